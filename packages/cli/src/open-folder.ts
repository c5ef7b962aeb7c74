import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseGenesis } from '@minglu/city';
import type { Genesis } from '@minglu/ledger';
import { parseTrustFile, type Trust } from '@minglu/protocol';
import { UsageError } from './arguments.ts';

/** A stopped node's folder as an auditor gets it: `ledger/`, `genesis.json`, `trust.json`; no secret among them. */
export interface Folder {
  readonly ledger: string;
  /** Sealed documents; an auditor may have the ledger without them. */
  readonly vault: string;
  readonly genesis: Genesis;
  readonly trust: Trust;
}

export async function openFolder(directory: string): Promise<Folder> {
  const genesis = parseGenesis(await read(join(directory, 'genesis.json')));
  const trust = await parseTrustFile((await read(join(directory, 'trust.json'))).trimEnd());
  return { ledger: join(directory, 'ledger'), vault: join(directory, 'vault'), genesis, trust };
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`读不到 cannot read ${path}`);
  }
}
