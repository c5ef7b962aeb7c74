import { resolve } from 'node:path';
import { readArguments, UsageError } from '../arguments.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import type { Command } from '../command.ts';

export const restore: Command = {
  name: 'restore',
  usage: 'minglu restore BACKUP DIR',
  summary:
    '核对并还原备份；开机时先问见证人 checks and restores a backup; the node then asks its witnesses before it signs',
  run: async (power, argv) => {
    const [from, directory] = readArguments(argv, {}).words;
    if (from === undefined || directory === undefined) throw new UsageError(restore.usage);
    const { files, createdAt } = await restoreBackup(resolve(from), resolve(directory));
    power.print(`已还原 restored: ${files.length} 个文件 files, ${new Date(createdAt).toISOString()}`);
    power.print(
      '若见证人见过更新的历史，节点将拒绝签署 if witnesses saw a newer history, the node will refuse to sign',
    );
    return 0;
  },
};
