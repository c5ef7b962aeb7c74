import { publicJwk, signerFromSecret } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tokenOf } from '../../testing/sign-session.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { attester, deedBy, founder, ORGAN, randomId, registrar, seeded, stranger } from '../../testing/test-chain.ts';

const DAY_MS = 86_400_000;
const deputy = signerFromSecret('ES256', seeded('deputy'));

let api: TestApi;
let until: number;
beforeAll(async () => {
  api = await startTestApi();
  until = api.clock.nowMs + DAY_MS;
  const org = ORGAN;
  const { kid } = deputy.publicKey;
  const away = { for: registrar.publicKey.kid, until };
  const deeds = [
    ['keys.register', { org, jwk: publicJwk(deputy.publicKey) }],
    ['roles.grant', { org, kid, role: 'registrar', ...away }],
    ['roles.revoke', { org, kid, role: 'registrar' }],
    ['roles.grant', { org, kid, role: 'registrar', ...away }],
    ['roles.grant', { org, kid, role: 'head' }],
    ['roles.revoke', { org, kid, role: 'head' }],
  ] as const;
  for (const version of [2, 3, 4]) {
    const raise = { version, height: api.node.status().height + 2 };
    await api.node.submit(await deedBy(founder, 'protocol.raise', raise, { id: randomId(`raise ${version}`) }));
  }
  for (const [at, [deed, body]] of deeds.entries())
    await api.node.submit(await deedBy(founder, deed, body, { id: randomId(`role ${at}`) }));
}, 30_000);
afterAll(() => api.close());

async function roles(token: string | undefined) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const height = api.node.status().height;
  return await fetch(`${api.url}/api/roles?fromHeight=${height}`, { headers });
}

test('an officer reads who acts at their own organ now, in whose place and until when, and how it came about', async () => {
  const answer = await (await roles(await tokenOf(api.url, registrar))).json();
  const standIn = { kid: deputy.publicKey.kid, role: 'registrar', for: registrar.publicKey.kid, until };
  expect(answer.roles).toContainEqual(expect.objectContaining(standIn));
  expect(answer.roles).not.toContainEqual(expect.objectContaining({ role: 'head' }));
  expect(answer.mayGrant).toBe(false);
  const own = answer.history.filter(({ kid }: { kid: string }) => kid === deputy.publicKey.kid);
  expect(own.map(({ name, role }: Record<string, string>) => `${name} ${role}`)).toEqual([
    ...['revoked head', 'granted head', 'granted registrar', 'revoked registrar', 'granted registrar'],
  ]);
  expect(own[2]).toMatchObject({ ...standIn, signer: founder.publicKey.kid });
});

test('the neighbouring organ reads nothing of it, and who handles no cases and grants no roles is not answered', async () => {
  const neighbour = await (await roles(await tokenOf(api.url, stranger))).json();
  expect(JSON.stringify(neighbour)).not.toContain(deputy.publicKey.kid);
  expect((await roles(await tokenOf(api.url, attester))).status).toBe(403);
  expect((await roles(undefined)).status).toBe(401);
});
