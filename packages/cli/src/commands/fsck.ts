import { resolve } from 'node:path';
import { shippedContracts } from '@minglu/city';
import { fsck as checkLedger } from '@minglu/node';
import { readArguments, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { openFolder } from '../open-folder.ts';

export const fsck: Command = {
  name: 'fsck',
  usage: 'minglu fsck DIR [--hashes] [--json]',
  summary:
    '从文件重算每个哈希、签名、结果与状态根 derives every hash, signature, outcome and root again from the files',
  run: async (power, argv) => {
    const args = readArguments(argv, { flags: ['hashes', 'json'] });
    const [directory] = args.words;
    if (directory === undefined) throw new UsageError(fsck.usage);
    const { ledger, genesis, trust } = await openFolder(resolve(directory));
    const begun = power.clock();
    const report = await checkLedger({
      directory: ledger,
      genesis,
      logKeys: trust.logKeys,
      witnesses: trust.witnesses,
      hashesOnly: args.has('hashes'),
      contracts: shippedContracts(),
    });
    const ms = power.clock() - begun;
    if (args.has('json')) {
      power.print(JSON.stringify({ ...report, ms }));
      return report.ok ? 0 : 1;
    }
    const { records, blocks, checkpoints, signatures, undecided } = report;
    power.print(
      `记录 records ${records}，区块 blocks ${blocks}，检查点 checkpoints ${checkpoints}，签名 signatures ${signatures}`,
    );
    if (undecided > 0) power.print(`依法删除、未能重新裁量 lawfully erased, not decided again: ${undecided}`);
    for (const { code, file, ...place } of report.findings) power.print(`✗ ${code} ${file} ${JSON.stringify(place)}`);
    power.print(report.ok ? `完好 whole (${ms} ms)` : `发现 ${report.count} 处不符 ${report.count} do not hold`);
    return report.ok ? 0 : 1;
  },
};
