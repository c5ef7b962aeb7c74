import { resolve } from 'node:path';
import { checkVault, NamedObjects, type VaultReport } from '@minglu/api';
import { shippedContracts } from '@minglu/city';
import { fsck as checkLedger, diskFileSystem, type Finding, type FsckReport } from '@minglu/node';
import { readArguments, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { openFolder } from '../open-folder.ts';

export const fsck: Command = {
  name: 'fsck',
  usage: 'minglu fsck DIR [--hashes] [--json]',
  summary:
    '从文件重算每个哈希、签名、结果、状态根与材料 derives every hash, signature, outcome, root and document again from the files',
  run: async (power, argv) => {
    const args = readArguments(argv, { flags: ['hashes', 'json'] });
    const [directory] = args.words;
    if (directory === undefined) throw new UsageError(fsck.usage);
    const { ledger, vault, genesis, trust } = await openFolder(resolve(directory));
    const begun = power.clock();
    const named = new NamedObjects();
    const checked = await checkLedger({
      directory: ledger,
      genesis,
      logKeys: trust.logKeys,
      witnesses: trust.witnesses,
      hashesOnly: args.has('hashes'),
      contracts: shippedContracts(),
      onSidecar: named.take,
    });
    const documents = await checkVault(vault, named, diskFileSystem);
    const report = { ...withVault(checked, documents), erased: named.erased.length };
    const ms = power.clock() - begun;
    if (args.has('json')) {
      power.print(JSON.stringify({ ...report, ms }));
      return report.ok ? 0 : 1;
    }
    const { records, blocks, checkpoints, signatures, undecided } = report;
    power.print(
      `记录 records ${records}，区块 blocks ${blocks}，检查点 checkpoints ${checkpoints}，签名 signatures ${signatures}`,
    );
    power.print(`材料 documents ${documents.objects}（${documents.bytes} 字节 bytes）`);
    if (undecided > 0) power.print(`依法删除、未能重新裁量 lawfully erased, not decided again: ${undecided}`);
    if (report.erased > 0) power.print(`依法删除的附件 lawfully erased sidecars: ${report.erased}`);
    for (const { code, file } of report.notices) power.print(`· ${code} ${file}`);
    for (const { code, file, ...place } of report.findings) power.print(`✗ ${code} ${file} ${JSON.stringify(place)}`);
    power.print(report.ok ? `完好 whole (${ms} ms)` : `发现 ${report.count} 处不符 ${report.count} do not hold`);
    return report.ok ? 0 : 1;
  },
};

/** One list for both: a document that was changed is as bad as an entry that was. */
function withVault(ledger: FsckReport, vault: VaultReport) {
  const inVault = (one: Finding): Finding => ({ ...one, file: `vault/${one.file}` });
  const findings = [...ledger.findings, ...vault.findings.map(inVault)];
  const count = ledger.count + vault.findings.length;
  return { ...ledger, ok: count === 0, findings, notices: vault.notices.map(inVault), count, documents: vault.objects };
}
