import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { makeCase } from '../../testing/test-chain.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const post = (body: unknown) =>
  fetch(`${api.url}/api/transactions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

test('an application is answered with its outcome and receipt, and a replay with the first ones', async () => {
  const { id, jws, sidecar } = await makeCase('甲');
  const answer = await post({ transaction: jws, sidecar });
  expect(answer.status).toBe(200);
  const first = (await answer.json()) as Record<string, unknown>;
  expect(first).toMatchObject({ id, height: 1 });
  expect(first.outcome).toMatchObject({
    events: [
      ['case.submitted', {}],
      ['case.granted', {}],
      ['licence.issued', {}],
    ],
  });
  expect(first.receipt).toMatch(/^c2sp\.org\/tlog-proof@v1\n/);
  const again = (await (await post({ transaction: jws, sidecar })).json()) as Record<string, unknown>;
  expect(again).toMatchObject({ id, height: first.height, index: first.index, outcome: first.outcome });
  const found = await fetch(`${api.url}/api/transactions/${id}`);
  expect(await found.json()).toMatchObject({ id, index: first.index, outcome: first.outcome });
});
