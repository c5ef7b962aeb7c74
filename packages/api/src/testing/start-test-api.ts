import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerNode } from '@minglu/node';
import type { ApiOptions } from '../api-options.ts';
import { startApi } from '../server.ts';
import { openTestNode, type TestClock } from './open-test-node.ts';
import { CHAIN, seeded } from './test-chain.ts';

export interface TestApi {
  readonly url: string;
  readonly certificateUrl: string | undefined;
  readonly node: LedgerNode;
  readonly clock: TestClock;
  readonly log: string[];
  close(): Promise<void>;
}

/** The real server in front of a real node, on a free port, with everything in one temporary directory. */
export const startTestApi = async (
  { protocol, ...more }: Partial<ApiOptions> & { readonly protocol?: number } = {},
  wrap: (node: LedgerNode) => LedgerNode = (node) => node,
): Promise<TestApi> => {
  const directory = mkdtempSync(join(tmpdir(), 'minglu-api-'));
  const { node, clock } = await openTestNode(directory, protocol);
  const log: string[] = [];
  let draws = 0;
  const api = await startApi({
    node: wrap(node),
    chain: CHAIN,
    city: { name: '城东', demo: true },
    host: '127.0.0.1',
    port: 0,
    trust: '{"v":0,"type":"minglu-trust"}',
    dataDirectory: join(directory, 'read-model'),
    vaultDirectory: join(directory, 'vault'),
    auditDirectory: join(directory, 'audit'),
    accountsDirectory: join(directory, 'accounts'),
    nowMs: () => clock.nowMs,
    random: (bytes) => seeded(`random ${draws++}`, bytes),
    logSink: { write: (line) => void log.push(line) },
    ...more,
  });
  return {
    url: api.url,
    certificateUrl: api.certificateUrl,
    node,
    clock,
    log,
    close: async () => {
      await api.close();
      await node.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
