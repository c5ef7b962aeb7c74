import { copyFile, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { exportLog as exportFiles } from '@minglu/node';
import { readArguments, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { openFolder } from '../open-folder.ts';

/** Everything public, and nothing else: sidecars, keys and read models stay where they are. */
export const exportLog: Command = {
  name: 'export',
  usage: 'minglu export DIR OUT',
  summary: '导出公开日志为静态文件，任何网页服务器皆可提供 writes the public log as static files (C2SP tlog-tiles)',
  run: async (power, argv) => {
    const [from, to] = readArguments(argv, {}).words;
    if (from === undefined || to === undefined) throw new UsageError(exportLog.usage);
    const [directory, target] = [resolve(from), resolve(to)];
    const { ledger } = await openFolder(directory);
    const trustFile = await readFile(join(directory, 'trust.json'), 'utf8');
    const { size, files } = await exportFiles({ source: ledger, target, trustFile });
    await copyFile(join(directory, 'genesis.json'), join(target, 'genesis.json'));
    power.print(`已导出 exported: ${size} 条记录 entries, ${files + 1} 个文件 files -> ${target}`);
    return 0;
  },
};
