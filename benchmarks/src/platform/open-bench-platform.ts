import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  foundingTransactions,
  openPlatform,
  type Platform,
  shippedContracts,
  systemClock,
  trustText,
} from '@minglu/city';
import { NEWEST_PROTOCOL } from '@minglu/ledger';
import type { WitnessAddress } from '@minglu/node';
import { formatVkey, publicJwk, vkeyOf } from '@minglu/protocol';
import { benchSigner, CHAIN, departments, GOVERNMENT } from './bench-identity.ts';
import { services } from './bench-services.ts';
import { startWitnesses, type WitnessChild } from './witness-children.ts';

export interface BenchPlatform extends Platform {
  readonly witnesses: readonly WitnessChild[];
}

const log = benchSigner('Ed25519', 'log');
const founder = benchSigner('ES256', 'founder');

/** The time of block 0, kept beside the ledger: the same directory must open as the same chain. */
function foundedAt(directory: string): number {
  const path = join(directory, 'founded-at');
  if (!existsSync(path)) writeFileSync(path, String(Date.now()));
  return Number(readFileSync(path, 'utf8'));
}

/**
 * The ledger with its API, followers and two witnesses, through the same function the city opens it with. Nothing is
 * switched off and nothing exists for the measurement. Guests are witnesses that others run.
 */
export async function openBenchPlatform(directory: string, guests: readonly WitnessAddress[]): Promise<BenchPlatform> {
  mkdirSync(join(directory, 'read-model'), { recursive: true });
  const logKey = formatVkey(vkeyOf(CHAIN, 'log', log.publicKey));
  const witnesses = await startWitnesses(directory, logKey);
  const time = foundedAt(directory);
  const founding = await foundingTransactions({
    chain: CHAIN,
    founder,
    time,
    governments: [GOVERNMENT],
    departments,
    services,
    randomBytes,
  });
  const platform = await openPlatform({
    ledgerDirectory: join(directory, 'ledger'),
    readModelDirectory: join(directory, 'read-model'),
    vaultDirectory: join(directory, 'vault'),
    auditDirectory: join(directory, 'audit'),
    accountsDirectory: join(directory, 'accounts'),
    genesis: { chain: CHAIN, founder: publicJwk(founder.publicKey), time, protocol: NEWEST_PROTOCOL },
    founding,
    log,
    clock: systemClock(() => Date.now()),
    contracts: shippedContracts(),
    witnesses: [...witnesses.map(({ name, vkey, url }) => ({ name, vkey, url })), ...guests],
    trust: await trustText(
      CHAIN,
      log,
      witnesses.map(({ vkey }) => vkey),
    ),
    door: { host: '127.0.0.1', port: 0, connectOrigins: [], city: { name: '测试', demo: false } },
    randomBytes,
    writeLog: () => undefined,
  });
  const close = async (): Promise<void> => {
    await platform.close();
    for (const { process } of witnesses) process.kill('SIGTERM');
  };
  return { ...platform, witnesses, close };
}
