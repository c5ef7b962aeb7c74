import { resolve } from 'node:path';
import { readArguments, UsageError } from '../arguments.ts';
import { makeBackup } from '../backup/make-backup.ts';
import type { Command } from '../command.ts';

export const backup: Command = {
  name: 'backup',
  usage: 'minglu backup DIR OUT',
  summary: '备份停下的节点：账本与密钥，逐文件留哈希 copies a stopped node’s ledger and keys, with every file’s hash',
  run: async (power, argv) => {
    const [directory, target] = readArguments(argv, {}).words;
    if (directory === undefined || target === undefined) throw new UsageError(backup.usage);
    const { files } = await makeBackup({
      directory: resolve(directory),
      target: resolve(target),
      createdAt: power.clock(),
    });
    power.print(`已备份 backed up: ${files.length} 个文件 files -> ${resolve(target)}`);
    power.print('内含私钥，请妥善保管 it holds private keys: keep it as you keep those');
    return 0;
  },
};
