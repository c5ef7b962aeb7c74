import type { LedgerNode, NodeStatus } from '@minglu/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replaceMethods } from '../testing/replace-methods.ts';
import { tokenOf } from '../testing/sign-session.ts';
import { startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { GENESIS_MS, makeCase, registrar } from '../testing/test-chain.ts';

const witness = (name: string, lastCosignedTime: number) => ({
  ...{ name, vkey: `${name}+00000000+AA`, url: 'http://127.0.0.1:1', state: 'cosigned' as const },
  ...{ size: 1, lastCosignedSize: 1, lastCosignedTime, failures: 0, isAhead: false },
});
const WITNESSES = [witness('w1', GENESIS_MS - 90_000), witness('never', 0)];

let api: TestApi;
let halted: NodeStatus['halted'];
let node: LedgerNode;
beforeAll(async () => {
  api = await startTestApi({}, (real) => {
    node = real;
    return replaceMethods(real, {
      status: () => ({ ...real.status(), witnesses: WITNESSES, ...(halted === undefined ? {} : { halted }) }),
      metrics: () => ({
        counters: { blocks_total: 7 },
        gauges: { waiting: 2 },
        histograms: { commit: { boundsMs: [1, 5], counts: [3, 2, 1], sumMs: 30 } },
      }),
    });
  });
  const { jws, sidecar } = await makeCase('甲');
  await node.submit(jws, sidecar);
  await fetch(`${api.url}/api/services`);
});
afterAll(() => api.close());

const figures = async (): Promise<Map<string, string>> => {
  const text = await (await fetch(`${api.url}/metrics`)).text();
  return new Map([...text.matchAll(/^(minglu_[^ ]+) (\S+)$/gm)].map(([, name = '', value = '']) => [name, value]));
};

test('the figures of the node are there under their names, and its buckets add up', async () => {
  const read = await figures();
  expect(read.get('minglu_node{name="blocks_total"}')).toBe('7');
  expect(read.get('minglu_node{name="waiting"}')).toBe('2');
  expect(['1', '5', '+Inf'].map((le) => read.get(`minglu_node_ms_bucket{name="commit",le="${le}"}`))).toEqual([
    ...['3', '5', '6'],
  ]);
});

test('height and size are the node’s, and the read model is not behind it', async () => {
  const read = await figures();
  const { height, size } = node.status();
  expect(read.get('minglu_node_height')).toBe(String(height));
  expect(read.get('minglu_log_size')).toBe(String(size));
  expect(read.get('minglu_read_model_height')).toBe(String(height));
  expect(read.get('minglu_read_model_lag_blocks')).toBe('0');
  expect(Number(read.get('minglu_read_model_records'))).toBeGreaterThan(10);
  expect(read.get('minglu_read_model_restarts')).toBe('0');
});

test('a witness has the age of its last line, and one that never cosigned has none', async () => {
  const read = await figures();
  expect(read.get('minglu_witness_age_seconds{witness="w1"}')).toBe(
    String((api.clock.nowMs - GENESIS_MS + 90_000) / 1000),
  );
  expect([...read.keys()].join()).not.toContain('witness="never"');
});

test('a session counts until it is over', async () => {
  const before = Number((await figures()).get('minglu_sessions'));
  await tokenOf(api.url, registrar);
  expect((await figures()).get('minglu_sessions')).toBe(String(before + 1));
  api.clock.nowMs += 30 * 60_000;
  expect((await figures()).get('minglu_sessions')).toBe('0');
});

test('a node that has halted is not live, and /healthz and the figures agree', async () => {
  expect((await figures()).get('minglu_node_live')).toBe('1');
  halted = { code: 'write-failed', facts: { file: '/data/journal' } };
  expect((await figures()).get('minglu_node_live')).toBe('0');
  const health = await fetch(`${api.url}/healthz`);
  halted = undefined;
  expect(health.status).toBe(503);
  expect(await health.json()).toMatchObject({
    ...{ live: false, halted: 'write-failed', readModel: { state: 'running', lag: 0 } },
    witnesses: [
      { name: 'w1', state: 'cosigned', ageMs: api.clock.nowMs - GENESIS_MS + 90_000 },
      { name: 'never', lastCosignedSize: 1 },
    ],
  });
});

test('whoever watches hears no address of a witness and nothing of a halt but its code', async () => {
  halted = { code: 'write-failed', facts: { file: '/data/journal' } };
  const text = (await (await fetch(`${api.url}/healthz`)).text()) + (await (await fetch(`${api.url}/metrics`)).text());
  halted = undefined;
  expect(text).not.toMatch(/127\.0\.0\.1|\/data/);
});
