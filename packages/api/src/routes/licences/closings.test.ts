import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted, issued } from '../../testing/accepted.ts';
import { askWith } from '../../testing/ask-with.ts';
import { beginProcedure } from '../../testing/begin-procedure.ts';
import { tokenOf } from '../../testing/sign-session.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { attester, deedBy, founder, makeCase, registrar, stranger } from '../../testing/test-chain.ts';

let api: TestApi;
let number: string;
beforeAll(async () => {
  api = await startTestApi();
  await beginProcedure(api.node);
  const made = await makeCase('甲');
  number = await issued(api.node, made);
  await issued(api.node, await makeCase('乙'));
  await accepted(api.node, await deedBy(made.holder, 'licences.announce-closing', { number }, { embedKey: true }));
  // The queries of the read model answer for the last block it has.
  await askWith(api, `/api/licences?fromHeight=${api.node.status().height}`);
});
afterAll(() => api.close());

test('an officer reads which businesses of the own organ are closing, and until when', async () => {
  const { status, body } = await askWith(api, '/api/closings', await tokenOf(api.url, registrar));
  expect(status).toBe(200);
  expect(body).toMatchObject({ total: 1, closings: [{ number, tradeName: '城东甲面馆', ripe: false }] });
  expect((body.closings as { dueAt: number }[])[0]?.dueAt).toBeGreaterThan(api.clock.nowMs);
});

test('the neighbouring organ’s officer reads of none, nor counts any', async () => {
  const { body } = await askWith(api, '/api/closings', await tokenOf(api.url, stranger));
  expect(body).toMatchObject({ total: 0, closings: [] });
});

test('nothing is published of a closing: without a session, the duty, or with a case key the list is shut', async () => {
  expect(await askWith(api, '/api/closings')).toMatchObject({ status: 401, body: { code: 'session-required' } });
  const { holder } = await makeCase('甲');
  for (const token of [
    await tokenOf(api.url, attester),
    await tokenOf(api.url, founder),
    await tokenOf(api.url, holder, true),
    await tokenOf(api.url, registrar, true),
  ])
    expect(await askWith(api, '/api/closings', token)).toMatchObject({ status: 403, body: { code: 'access-denied' } });
});
