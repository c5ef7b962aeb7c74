import { resolve } from 'node:path';
import { readArguments, UsageError } from '../arguments.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import type { Command } from '../command.ts';
import { keyOf } from './backup.ts';

export const restore: Command = {
  name: 'restore',
  usage: 'minglu restore BACKUP DIR [--key FILE]',
  summary:
    '核对并还原备份；开机时先问见证人 checks and restores a backup; the node then asks its witnesses before it signs',
  run: async (power, argv) => {
    const args = readArguments(argv, { options: ['key'] });
    const [from, directory] = args.words;
    if (from === undefined || directory === undefined) throw new UsageError(restore.usage);
    const key = await keyOf(args);
    const { manifest, kept } = await restoreBackup({ backup: resolve(from), directory: resolve(directory), key });
    const { files, createdAt } = manifest;
    power.print(`已还原 restored: ${files.length} 个文件 files, ${new Date(createdAt).toISOString()}`);
    for (const folder of kept)
      power.print(`见证人保持原样 a witness was left as it stands: ${folder} (它记得更多 it may remember more)`);
    power.print(
      '若见证人见过更新的历史，节点将拒绝签署 if witnesses saw a newer history, the node will refuse to sign',
    );
    return 0;
  },
};
