import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openPlatform, type Platform, systemClock, trustText } from '@minglu/city';
import { victimOptions } from './open-victim.ts';

export const readModelOf = (directory: string): string => join(directory, 'read-model');

/** The shipped node behind the shipped API, without witnesses; `writeLog` takes what it logs. */
export async function openVictimPlatform(
  directory: string,
  writeLog: (line: string) => void = () => undefined,
  nowMs: () => number = () => Date.now(),
): Promise<Platform> {
  const { genesis, genesisTransactions, signer, contracts, ...options } = await victimOptions(directory);
  mkdirSync(readModelOf(directory), { recursive: true });
  return await openPlatform({
    ledgerDirectory: options.directory,
    readModelDirectory: readModelOf(directory),
    vaultDirectory: join(directory, 'vault'),
    auditDirectory: join(directory, 'audit'),
    accountsDirectory: join(directory, 'accounts'),
    genesis,
    founding: genesisTransactions.map(({ jws }) => jws),
    log: signer,
    clock: systemClock(nowMs),
    contracts,
    witnesses: [],
    trust: await trustText(genesis.chain, signer, []),
    door: { host: '127.0.0.1', port: 0, connectOrigins: [], city: { name: '测试', demo: false } },
    randomBytes,
    writeLog,
  });
}
