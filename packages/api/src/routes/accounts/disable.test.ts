import { publicJwk, signerFromSecret } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted } from '../../testing/accepted.ts';
import { codeOf, TestPage } from '../../testing/page-of.ts';
import { SoftAuthenticator } from '../../testing/soft-authenticator.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { deedBy, founder, ORGAN, registrar, seeded } from '../../testing/test-chain.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** Somebody with a passkey, signed in by it twice. */
async function somebody(
  seed: string,
): Promise<{ pages: readonly TestPage[]; key: SoftAuthenticator; account: string }> {
  const signer = signerFromSecret('ES256', seeded(seed));
  await accepted(api.node, await deedBy(founder, 'keys.register', { org: ORGAN, jwk: publicJwk(signer.publicKey) }));
  await accepted(
    api.node,
    await deedBy(founder, 'roles.grant', { org: ORGAN, kid: signer.publicKey.kid, role: 'registrar' }),
  );
  const first = new TestPage(api.url);
  await first.prove(signer);
  const { challenge, user } = (await first.ask('POST', '/api/passkeys/creation-options')).body;
  const account = (user as { id: string }).id;
  const key = new SoftAuthenticator({ rpId: 'localhost', origin: first.origin, user: account });
  await first.ask('POST', '/api/passkeys', { name: '卡', credential: key.create(String(challenge)) });
  const pages = [new TestPage(api.url), new TestPage(api.url)];
  for (const page of pages) {
    expect(codeOf(await signIn(page, key))).toBe('200');
    // At work: the key beside the account.
    await page.prove(signer);
  }
  return { pages, key, account };
}

async function signIn(page: TestPage, key: SoftAuthenticator) {
  const { challenge } = (await page.ask('POST', '/api/passkeys/request-options', { raise: false })).body;
  return await page.ask('POST', '/api/passkeys/sign-in', { raise: false, credential: key.get(String(challenge)) });
}

async function administrator(): Promise<TestPage> {
  const page = new TestPage(api.url);
  await page.prove(founder);
  return page;
}

const DOORS = [
  ['GET', '/api/cases?view=open'],
  ['GET', '/api/roles'],
  ['GET', '/api/passkeys'],
  ['POST', '/api/sessions/extend'],
  ['POST', '/api/passkeys/creation-options'],
  ['POST', '/api/sign-in/ticket'],
  ['DELETE', '/api/sessions/current'],
] as const;

const body = (path: string) => (path.endsWith('ticket') ? { organisation: ORGAN } : undefined);

test('a disabled account is dead on every door with the next request, on every device, until it is enabled', async () => {
  const { pages, key, account } = await somebody('disabled');
  const admin = await administrator();
  const before = await pages[0]?.ask('GET', '/api/cases?view=open');
  expect(before?.status).toBe(200);
  expect((await admin.ask('POST', '/api/accounts/disable', { account, reason: 'lost' })).body).toEqual({ ended: 3 });
  for (const page of pages) {
    for (const [method, path] of DOORS) {
      expect([path, codeOf(await page.ask(method, path, body(path)))]).toEqual([path, '401 session-required']);
    }
  }
  expect(codeOf(await signIn(new TestPage(api.url), key))).toBe('403 account-disabled');
  expect((await admin.ask('POST', '/api/accounts/enable', { account })).body).toEqual({ enabled: true });
  expect(codeOf(await signIn(new TestPage(api.url), key))).toBe('200');
});

test('an administrator of the platform disables, nobody else, and nobody an account that is none', async () => {
  const { account } = await somebody('kept');
  const page = new TestPage(api.url);
  expect(codeOf(await page.ask('POST', '/api/accounts/disable', { account, reason: 'lost' }))).toBe(
    '401 session-required',
  );
  await page.prove(registrar);
  expect(codeOf(await page.ask('POST', '/api/accounts/disable', { account, reason: 'lost' }))).toBe(
    '403 access-denied',
  );
  expect(codeOf(await page.ask('POST', '/api/accounts/enable', { account }))).toBe('403 access-denied');
  const admin = await administrator();
  expect(codeOf(await admin.ask('POST', '/api/accounts/disable', { account: 'A'.repeat(43), reason: 'left' }))).toBe(
    '404 account-unknown',
  );
  api.clock.nowMs += 5 * 60_000;
  expect(codeOf(await admin.ask('POST', '/api/accounts/disable', { account, reason: 'lost' }))).toBe(
    '403 step-up-required',
  );
});
