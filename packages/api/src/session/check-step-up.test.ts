import { afterAll, beforeAll, expect, test } from 'vitest';
import { askChallenge, sessionJws } from '../testing/sign-session.ts';
import { startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { CHAIN, deedBy, founder, ORGAN, registrar } from '../testing/test-chain.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const page = async (path: string, body: unknown, cookie = ''): Promise<Response> =>
  fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { origin: api.url, cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const cookieOf = async (signer: typeof founder): Promise<string> => {
  const answer = await page('/api/sessions', { jws: await sessionJws(signer, await askChallenge(api.url)) });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
};
const codeOf = async (answer: Response): Promise<string> => {
  const { code, outcome } = (await answer.json()) as { code?: string; outcome?: { refused?: string } };
  return code ?? outcome?.refused ?? 'done';
};
const role = { org: ORGAN, kid: registrar.publicKey.kid, role: 'attester' };
const grant = () => deedBy(founder, 'roles.grant', role, { notAfter: api.clock.nowMs + 60_000 });

test('a page’s grave deed needs a proof of its own officer within five minutes', async () => {
  expect(await codeOf(await page('/api/transactions', { transaction: await grant() }))).toBe('step-up-required');
  const other = await cookieOf(registrar);
  expect(await codeOf(await page('/api/transactions', { transaction: await grant() }, other))).toBe('step-up-required');
  const own = await cookieOf(founder);
  api.clock.nowMs += 5 * 60_000;
  expect(await codeOf(await page('/api/transactions', { transaction: await grant() }, own))).toBe('step-up-required');
  const fresh = await cookieOf(founder);
  api.clock.nowMs += 5 * 60_000 - 1;
  expect(await codeOf(await page('/api/transactions', { transaction: await grant() }, fresh))).toBe('done');
});

test('a program, which has no page that could be left open, needs the signature alone', async () => {
  const transaction = await deedBy(founder, 'roles.revoke', role, { notAfter: api.clock.nowMs + 60_000 });
  const answer = await fetch(`${api.url}/api/transactions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ transaction }),
  });
  expect(await codeOf(answer)).toBe('done');
});

test('what is no transaction, or none of a registered key, is the node’s to refuse', async () => {
  const told = await page('/api/transactions', { transaction: `${CHAIN}.b.c` });
  expect(await codeOf(told)).not.toBe('step-up-required');
});
