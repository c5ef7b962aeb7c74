import { resolve } from 'node:path';
import { type Arguments, readArguments, UsageError } from '../arguments.ts';
import { makeBackupKey, readBackupKey } from '../backup/backup-key.ts';
import { checkBackup } from '../backup/check-backup.ts';
import { makeBackup } from '../backup/make-backup.ts';
import type { Command } from '../command.ts';
import type { Power } from '../power.ts';

export const backup: Command = {
  name: 'backup',
  usage: 'minglu backup DIR OUT [--key FILE] | --check OUT [--key FILE] | --new-key FILE',
  summary:
    '备份停下的城市：账本、材料、各机关与见证人；可加密，可核对 backs up a stopped city: ledger, vault, departments, witnesses; sealed with a key, and checked',
  run: async (power, argv) => {
    const args = readArguments(argv, { flags: ['check'], options: ['key', 'new-key'] });
    const fresh = args.find('new-key');
    if (fresh !== undefined) return await makeKey(power, resolve(fresh));
    const key = await keyOf(args);
    const [first, target] = args.words;
    if (first === undefined) throw new UsageError(backup.usage);
    if (args.has('check')) return await check(power, resolve(first), key);
    if (target === undefined) throw new UsageError(backup.usage);
    const { files, size } = await makeBackup({
      directory: resolve(first),
      target: resolve(target),
      createdAt: power.clock(),
      pid: power.pid,
      ...(key === undefined ? {} : { key }),
      randomBytes: power.randomBytes,
    });
    power.print(`已备份 backed up: ${files.length} 个文件 files -> ${resolve(target)}`);
    if (size !== undefined) power.print(`账本到第 ${size} 条 the ledger up to entry ${size}`);
    if (key === undefined) {
      power.print('未加密：内含各机关私钥和居民信息，请按私钥保管，或用 --key 再做一份');
      power.print('NOT sealed: it holds private keys and residents’ data. Keep it as you keep those, or use --key');
    } else {
      power.print('已加密；没有这把钥匙谁也还原不了，请另处保管 sealed: nobody restores it without that key');
    }
    return 0;
  },
};

/** Of `--key FILE`, where there is one. */
export async function keyOf(args: Arguments): Promise<Uint8Array | undefined> {
  const path = args.find('key');
  return path === undefined ? undefined : await readBackupKey(resolve(path));
}

async function makeKey(power: Power, path: string): Promise<number> {
  await makeBackupKey(path, power.randomBytes);
  power.print(`备份钥匙 backup key: ${path}`);
  power.print('抄一份放到别处：没有它，加密的备份就是废纸 keep a second copy elsewhere: without it a backup is waste');
  return 0;
}

async function check(power: Power, target: string, key: Uint8Array | undefined): Promise<number> {
  const { manifest, positions } = await checkBackup({ backup: target, key, outsideOnly: true });
  const { files, size, createdAt, seal } = manifest;
  power.print(`完好 whole: ${files.length} 个文件 files, ${new Date(createdAt).toISOString()}`);
  if (size !== undefined) power.print(`账本到第 ${size} 条 the ledger up to entry ${size}`);
  for (const one of positions) power.print(`  ${one.path}: ${one.size}`);
  if (seal !== undefined && key === undefined)
    power.print(
      '已加密：没有 --key，只核对了文件是否完整，未核对内容 sealed: without --key only that it is whole, not what it holds',
    );
  else if (seal === undefined) power.print('未加密 NOT sealed: anyone who can write there could have changed it');
  if (size !== undefined)
    power.print('还原后再运行 minglu fsck，逐条重算 after restoring, minglu fsck derives every entry again');
  return 0;
}
