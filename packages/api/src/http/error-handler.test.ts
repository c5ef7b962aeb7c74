import { type LedgerNode, NodeError } from '@minglu/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replaceMethods } from '../testing/replace-methods.ts';
import { startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { randomId } from '../testing/test-chain.ts';

let api: TestApi;
let thrown: unknown;
beforeAll(async () => {
  api = await startTestApi({}, (node: LedgerNode) => replaceMethods(node, { find: () => Promise.reject(thrown) }));
});
afterAll(() => api.close());

const ask = async (error: unknown) => {
  thrown = error;
  const answer = await fetch(`${api.url}/api/transactions/${randomId('张三')}`);
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
};

test.each<[string, unknown]>([
  ['an error of nobody’s', new TypeError('cannot read 张三 of undefined')],
  ['a text', '张三'],
  ['nothing at all', undefined],
  ['an error with a status that a plug-in might give', Object.assign(new Error('张三'), { statusCode: 502 })],
])('%s that is thrown is a 500 with a number, and the log has the number and no word of it', async (_name, error) => {
  const before = api.log.length;
  const { status, body } = await ask(error);
  expect(status).toBe(500);
  expect(body).toEqual({ code: 'internal', facts: {}, correlation: expect.stringMatching(/^[\w-]+$/) });
  const [line = '', ...more] = api.log.slice(before);
  expect(more).toEqual([]);
  expect(JSON.parse(line)).toMatchObject({
    ...{ event: 'defect', correlation: body.correlation },
    route: '/api/transactions/:id',
  });
  expect(line).not.toContain('张三');
});

test('the frames of a defect say where it was, at most eight of them', async () => {
  const before = api.log.length;
  await ask(new RangeError('张三\n    at a line that is part of the message'));
  const { error, frames } = JSON.parse(api.log[before] ?? '') as { error: string; frames: string[] };
  expect(error).toBe('RangeError');
  expect(frames.length).toBeGreaterThan(0);
  expect(frames.length).toBeLessThanOrEqual(8);
  expect(frames.join('')).toContain('error-handler.test.ts');
});

test('a failure of the node is a 503 to be tried again, without the file and the remedy', async () => {
  const before = api.log.length;
  const { status, headers, body } = await ask(
    new NodeError('read-failed', { file: '/data/log/7', remedy: 'run fsck' }),
  );
  expect([status, headers.get('retry-after')]).toEqual([503, '1']);
  expect(body).toEqual({ code: 'read-failed', facts: {}, correlation: expect.any(String) });
  expect(api.log.slice(before)).toEqual([]);
});

test('a refusal that is the request’s own fault keeps its facts, and nobody is told to try again', async () => {
  const { status, headers, body } = await ask(
    new NodeError('transaction-refused', { code: 'expired', facts: { a: 1 } }),
  );
  expect([status, headers.get('retry-after')]).toEqual([400, null]);
  expect(body).toEqual({ code: 'expired', facts: { a: 1 }, correlation: expect.any(String) });
});

test('whoever must sign in is told how', async () => {
  const answer = await fetch(`${api.url}/api/cases?view=open`);
  expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
});

test('every refusal is counted by its code, and each request of a kind by its status', async () => {
  const read = async (): Promise<Map<string, number>> => {
    const text = await (await fetch(`${api.url}/metrics`)).text();
    return new Map(
      [...text.matchAll(/^(minglu_http_.+) (\S+)$/gm)].map(([, name = '', value]) => [name, Number(value)]),
    );
  };
  const before = await read();
  for (let turn = 0; turn < 3; turn++) await ask(new NodeError('read-failed'));
  const after = await read();
  const grown = (name: string): number => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  expect(grown('minglu_http_refusals_total{code="read-failed"}')).toBe(3);
  const route = 'route="GET /api/transactions/:id"';
  expect(grown(`minglu_http_requests_total{${route},status="503"}`)).toBe(3);
  expect(grown(`minglu_http_request_seconds_count{${route}}`)).toBe(3);
});
