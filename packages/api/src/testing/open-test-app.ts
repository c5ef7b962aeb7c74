import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerNode } from '@minglu/node';
import type { FastifyInstance } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { buildApp } from '../build-app.ts';
import { makeContext } from '../server.ts';
import { openTestNode, type TestClock } from './open-test-node.ts';
import { CHAIN, seeded } from './test-chain.ts';

export interface TestApp {
  readonly app: FastifyInstance;
  readonly context: ApiContext;
  readonly node: LedgerNode;
  readonly clock: TestClock;
  close(): Promise<void>;
}

/** The real server without its port: a question costs no socket, so that thousands can be asked. */
export const openTestApp = async (protocol: number): Promise<TestApp> => {
  const directory = mkdtempSync(join(tmpdir(), 'minglu-api-'));
  const { node, clock } = await openTestNode(directory, protocol);
  let draws = 0;
  const context = makeContext({
    ...{ node, chain: CHAIN, city: { name: '城东', demo: true }, host: '127.0.0.1', port: 0 },
    trust: '{"v":0,"type":"minglu-trust"}',
    dataDirectory: join(directory, 'read-model'),
    vaultDirectory: join(directory, 'vault'),
    auditDirectory: join(directory, 'audit'),
    accountsDirectory: join(directory, 'accounts'),
    nowMs: () => clock.nowMs,
    random: (bytes) => seeded(`random ${draws++}`, bytes),
    logLevel: 'silent',
    logSink: { write: () => undefined },
  });
  const app = await buildApp(context);
  await context.vault.open();
  context.accounts.open();
  await context.audit.open();
  return {
    ...{ app, context, node, clock },
    close: async () => {
      await app.close();
      await context.audit.close();
      await context.readModel.close();
      context.accounts.close();
      await node.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
