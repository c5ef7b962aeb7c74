import { mkdir } from 'node:fs/promises';
import { startApi } from '@minglu/api';
import type { LedgerNode } from '@minglu/node';
import type { Signer } from '@minglu/protocol';
import { Client } from '@minglu/sdk';
import { trustText } from '../platform/trust-text.ts';
import { CHAIN } from '../seed/organisations.ts';
import type { YearClock } from './year-clock.ts';

/** Lets the read model follow to the last block, by the same program that will go on from there. */
export async function indexYear({
  node,
  clock,
  directory,
  log,
}: {
  readonly node: LedgerNode;
  readonly clock: YearClock;
  readonly directory: string;
  readonly log: Signer;
}): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const api = await startApi({
    node,
    chain: CHAIN,
    ...{ host: '127.0.0.1', port: 0, dataDirectory: directory },
    city: { name: '', demo: true },
    trust: await trustText(CHAIN, log, []),
    nowMs: clock.nowMs,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    logSink: { write: () => undefined },
  });
  try {
    const client = new Client({ baseUrl: api.url });
    const { height } = node.status();
    for (let at = -1; at < height; ) at = (await client.get('/api/counts', {})).height;
  } finally {
    await api.close();
  }
}
