import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startApi } from '@minglu/api';
import { type Person, startDepartment } from '@minglu/department';
import type { LedgerNode } from '@minglu/node';
import { formatVkey, type Signer, vkeyOf } from '@minglu/protocol';
import { Client } from '@minglu/sdk';
import { processFolder } from '../children/process-folder.ts';
import { trustText } from '../platform/trust-text.ts';
import { CHAIN, DEPARTMENTS, type DemoDepartment } from '../seed/organisations.ts';
import type { YearClock } from './year-clock.ts';

/**
 * Lets the read model and the departments follow to the last block, by the same programs that will go on from there. Of
 * what is long over nobody is told again; but every application is in the blind index of the office that has it.
 */
export async function indexYear({
  node,
  clock,
  folder,
  log,
}: {
  readonly node: LedgerNode;
  readonly clock: YearClock;
  /** Of the year: its read model and the departments' own folders lie there. */
  readonly folder: string;
  readonly log: Signer;
}): Promise<void> {
  const directory = join(folder, 'read-model');
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const logKey = formatVkey(vkeyOf(CHAIN, 'log', log.publicKey));
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const catchUp = async ({ id, name, seed }: Pick<DemoDepartment, 'id' | 'name'> & { seed: Person[] }) => {
    const department = await startDepartment({
      directory: join(folder, processFolder(id), id),
      organisation: { id, name },
      ...{ chain: CHAIN, host: '127.0.0.1', port: 0, portalOrigins: [], demo: true, seed },
      ...{ clock: clock.nowMs, randomBytes: random, report: () => undefined },
      platform: { url: api.url, logKeys: [logKey], pollMs: 0, sinceMs: Number.MAX_SAFE_INTEGER },
    });
    await department.poll();
    await department.close();
  };
  const api = await startApi({
    node,
    chain: CHAIN,
    ...{ host: '127.0.0.1', port: 0, dataDirectory: directory, vaultDirectory: join(folder, 'vault') },
    auditDirectory: join(folder, 'audit'),
    accountsDirectory: join(folder, 'accounts'),
    city: { name: '', demo: true },
    trust: await trustText(CHAIN, log, []),
    nowMs: clock.nowMs,
    random,
    logSink: { write: () => undefined },
  });
  try {
    const client = new Client({ baseUrl: api.url });
    const { height } = node.status();
    for (let at = -1; at < height; ) at = (await client.get('/api/counts', {})).height;
    await Promise.all(DEPARTMENTS.map(({ id, name, seed }) => catchUp({ id, name, seed: seed(clock.nowMs()) })));
  } finally {
    await api.close();
  }
}
