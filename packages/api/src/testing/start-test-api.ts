import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiOptions } from '../api-options.ts';
import { startApi } from '../server.ts';
import { FakeNode } from './fake-node.ts';
import { CHAIN, seeded } from './test-chain.ts';

export interface TestApi {
  readonly url: string;
  readonly node: FakeNode;
  readonly log: string[];
  readonly directory: string;
  close(): Promise<void>;
}

/** The real server in front of a chain of its own, on a free port. */
export const startTestApi = async (more: Partial<ApiOptions> = {}): Promise<TestApi> => {
  const node = await FakeNode.open();
  const directory = mkdtempSync(join(tmpdir(), 'minglu-api-'));
  const log: string[] = [];
  let draws = 0;
  const api = await startApi({
    node,
    chain: CHAIN,
    city: { name: '城东', demo: true },
    host: '127.0.0.1',
    port: 0,
    trust: '{"v":0,"type":"minglu-trust"}',
    dataDirectory: join(directory, 'read-model'),
    nowMs: () => node.nowMs,
    random: (bytes) => seeded(`random ${draws++}`, bytes),
    logSink: { write: (line) => void log.push(line) },
    ...more,
  });
  return {
    url: api.url,
    node,
    log,
    directory,
    close: async () => {
      await api.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
