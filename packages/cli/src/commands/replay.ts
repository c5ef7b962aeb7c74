import { resolve } from 'node:path';
import { shippedContracts } from '@minglu/city';
import { replayDirectory } from '@minglu/node';
import { base64urlEncode } from '@minglu/protocol';
import { readArguments, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { openFolder } from '../open-folder.ts';

export const replay: Command = {
  name: 'replay',
  usage: 'minglu replay DIR [--json]',
  summary: '从创世块重新裁量全部记录并比对 decides every record again from genesis and compares',
  run: async (power, argv) => {
    const args = readArguments(argv, { flags: ['json'] });
    const [directory] = args.words;
    if (directory === undefined) throw new UsageError(replay.usage);
    const { ledger, genesis } = await openFolder(resolve(directory));
    const report = await replayDirectory({ directory: ledger, genesis, contracts: shippedContracts() });
    const { ok, transactions, undecided, findings } = report;
    const stateRoot = base64urlEncode(report.stateRoot);
    if (args.has('json')) {
      power.print(JSON.stringify({ ok, transactions, undecided, stateRoot, findings }));
      return ok ? 0 : 1;
    }
    power.print(`交易 transactions ${transactions}，状态根 state root ${stateRoot}`);
    if (undecided > 0) power.print(`依法删除、未能重新裁量 lawfully erased, not decided again: ${undecided}`);
    for (const { code, file, ...place } of findings) power.print(`✗ ${code} ${file} ${JSON.stringify(place)}`);
    power.print(ok ? '与记录一致 the same as recorded' : '与记录不符 NOT what is recorded');
    return ok ? 0 : 1;
  },
};
