import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openCityKeys, shippedContracts } from '@minglu/city';
import { type LedgerNode, nativeSigner, openNode } from '@minglu/node';
import { readArguments, UsageError } from '../arguments.ts';
import { CliError } from '../cli-error.ts';
import type { Command } from '../command.ts';
import { openFolder } from '../open-folder.ts';
import { publishedPaths } from '../published-paths.ts';

/** Everything public, and nothing else: sidecars, keys and read models stay where they are. */
export const exportLog: Command = {
  name: 'export',
  usage: 'minglu export DIR OUT',
  summary: '导出公开日志为静态文件，任何网页服务器皆可提供 writes the public log as static files (C2SP tlog-tiles)',
  run: async (power, argv) => {
    const [from, to] = readArguments(argv, {}).words;
    if (from === undefined || to === undefined) throw new UsageError(exportLog.usage);
    const [directory, out] = [resolve(from), resolve(to)];
    await mkdir(out, { recursive: true });
    if ((await readdir(out)).length > 0) throw new CliError('directory-not-empty', { directory: out });
    const node = await openStill(directory, power.randomBytes);
    try {
      const count = await writeLog(node, out);
      for (const name of ['trust.json', 'genesis.json']) {
        await writeFile(join(out, name), await readFile(join(directory, name)));
      }
      power.print(`已导出 exported: ${node.status().size} 条记录 entries, ${count} 个文件 files -> ${out}`);
      return 0;
    } finally {
      await node.close();
    }
  },
};

/**
 * The node with its clock standing at genesis: nothing falls due, no block is made, and the head that is signed again
 * is the one that was signed before.
 */
async function openStill(directory: string, randomBytes: (length: number) => Uint8Array): Promise<LedgerNode> {
  const { ledger, genesis } = await openFolder(directory);
  const keyFile = join(directory, 'keys.json');
  await access(keyFile).catch(() => {
    throw new CliError('file-missing', { file: keyFile });
  });
  const keys = await openCityKeys(directory, randomBytes);
  return await openNode({
    directory: ledger,
    genesis,
    genesisTransactions: [],
    signer: nativeSigner('Ed25519', keys.log),
    clock: { nowMs: () => genesis.time, setTimer: () => () => undefined },
    contracts: shippedContracts(),
    witnesses: [],
    allowUnwitnessedStart: true,
  });
}

async function writeLog(node: LedgerNode, out: string): Promise<number> {
  const paths = publishedPaths(node.status().size);
  for (const path of paths) {
    const bytes = await node.tile(path);
    if (bytes === undefined) throw new CliError('file-missing', { file: path });
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), bytes);
  }
  await writeFile(join(out, 'checkpoint'), node.cosignedCheckpoint() ?? node.checkpoint());
  return paths.length + 1;
}
