import { publicJwk, type Signer, signerFromSecret } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted } from '../../testing/accepted.ts';
import { codeOf, TestPage, type Told } from '../../testing/page-of.ts';
import { type Bent, SoftAuthenticator } from '../../testing/soft-authenticator.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { deedBy, founder, ORGAN, seeded } from '../../testing/test-chain.ts';

let api: TestApi;
let origin: string;
let people = 0;
beforeAll(async () => {
  api = await startTestApi();
  origin = api.url.replace('127.0.0.1', 'localhost');
});
afterAll(() => api.close());

const MINUTE_MS = 60_000;

/** An officer with a key of their own, who has just proved it. */
const arrive = async (): Promise<{ page: TestPage; signer: Signer }> => {
  const signer = signerFromSecret('ES256', seeded(`officer ${people++}`));
  await accepted(api.node, await deedBy(founder, 'keys.register', { org: ORGAN, jwk: publicJwk(signer.publicKey) }));
  const page = new TestPage(api.url);
  await page.prove(signer);
  return { page, signer };
};

const options = async (page: TestPage) => (await page.ask('POST', '/api/passkeys/creation-options')).body;
const challengeOf = async (page: TestPage, raise = false): Promise<string> =>
  String((await page.ask('POST', '/api/passkeys/request-options', { raise })).body.challenge);

const register = async (page: TestPage, bent: Bent = {}): Promise<{ key: SoftAuthenticator; told: Told }> => {
  const { challenge, user } = await options(page);
  const key = new SoftAuthenticator({ rpId: 'localhost', origin, user: (user as { id: string }).id });
  const credential = key.create(String(challenge), bent);
  return { key, told: await page.ask('POST', '/api/passkeys', { name: '办公室电脑', credential }) };
};

const signIn = async (key: SoftAuthenticator, bent: Bent = {}): Promise<{ page: TestPage; told: Told }> => {
  const page = new TestPage(api.url);
  const credential = key.get(await challengeOf(page), bent);
  return { page, told: await page.ask('POST', '/api/passkeys/sign-in', { raise: false, credential }) };
};

test('a passkey signs in, at level 3, and its session is the same person’s as the one that registered it', async () => {
  const { page } = await arrive();
  const { key, told } = await register(page);
  expect(told.body).toMatchObject({ name: '办公室电脑', assurance: 3 });
  const { page: later, told: opened } = await signIn(key);
  expect(opened).toMatchObject({ status: 200, body: { assurance: 3 } });
  expect(opened.body).not.toHaveProperty('token');
  const { body } = await later.ask('GET', '/api/passkeys');
  expect(body.passkeys).toMatchObject([{ id: key.id, lastUsedAt: api.clock.nowMs }]);
  const [session] = (await later.ask('GET', '/api/sessions')).body.sessions as Record<string, unknown>[];
  expect(session).toMatchObject({ method: 'passkey', assurance: 3, device: 'Firefox · Linux' });
});

test.each<[string, Bent, string]>([
  ['from another site’s page', { origin: 'https://evil.example' }, '403 passkey-origin'],
  ['from another port of the host', { origin: 'http://localhost:1' }, '403 passkey-origin'],
  ['from a frame in another site', { crossOrigin: true }, '403 passkey-origin'],
  ['under another site’s page', { topOrigin: 'https://evil.example' }, '403 passkey-origin'],
  ['for another domain', { rpId: 'evil.example' }, '403 passkey-rp'],
  ['for a domain above ours', { rpId: 'host' }, '403 passkey-rp'],
  ['without verifying its user', { flags: 0x01 }, '403 passkey-unverified'],
  ['with nobody there', { flags: 0x04 }, '403 passkey-unverified'],
  ['as if it were made, not used', { type: 'webauthn.create' }, '400 passkey-malformed'],
  ['by another key', { otherKey: true }, '403 passkey-refused'],
  ['for another account', { userHandle: 'B'.repeat(43) }, '403 passkey-refused'],
  ['by a credential nobody has', { id: 'C'.repeat(43) }, '403 passkey-refused'],
  ['with a counter that went back', { counter: 1 }, '403 passkey-counter'],
])('what a passkey signs %s opens nothing', async (_how, bent, code) => {
  const { page } = await arrive();
  const { key } = await register(page);
  await signIn(key);
  const { page: stranger, told } = await signIn(key, bent);
  expect(codeOf(told)).toBe(code);
  expect(stranger.cookie).toBeUndefined();
});

test('a credential of one account does not answer for another’s', async () => {
  const [one, two] = [await arrive(), await arrive()];
  const mine = (await register(one.page)).key;
  const theirs = (await register(two.page)).key;
  expect(codeOf((await signIn(mine, { id: theirs.id })).told)).toBe('403 passkey-refused');
});

test('a challenge is good once, for two minutes, and for what it was asked for', async () => {
  const { page } = await arrive();
  const { key } = await register(page);
  const visitor = new TestPage(api.url);
  const answer = async (challenge: string, raise = false, from = visitor) =>
    codeOf(await from.ask('POST', '/api/passkeys/sign-in', { raise, credential: key.get(challenge) }));
  const challenge = await challengeOf(visitor);
  expect(await answer(challenge)).toBe('200');
  expect(await answer(challenge)).toBe('401 challenge-used');
  expect(await answer('A'.repeat(54))).toBe('401 challenge-unknown');
  // One that was asked for to prove more, used to sign in; and one of a stranger's, used to prove more.
  expect(await answer(await challengeOf(page, true))).toBe('401 challenge-unknown');
  expect(await answer(await challengeOf(visitor), true, page)).toBe('401 challenge-unknown');
  // Nor is one for keys good for a passkey.
  const { challenge: forKeys } = (await page.ask('POST', '/api/sessions/challenge')).body;
  expect(await answer(String(forKeys))).toBe('401 challenge-unknown');
  const late = await challengeOf(visitor);
  api.clock.nowMs += 2 * MINUTE_MS + 1;
  expect(await answer(late)).toBe('401 challenge-expired');
});

test('whoever cannot answer a challenge does not use it up', async () => {
  const { page } = await arrive();
  const { key } = await register(page);
  const visitor = new TestPage(api.url);
  const challenge = await challengeOf(visitor);
  const say = (credential: unknown) => visitor.ask('POST', '/api/passkeys/sign-in', { raise: false, credential });
  expect(codeOf(await say(key.get(challenge, { otherKey: true })))).toBe('403 passkey-refused');
  expect(codeOf(await say(key.get(challenge)))).toBe('200');
});

test.each<[string, Bent, string]>([
  ['on another site’s page', { origin: 'https://evil.example' }, '403 passkey-origin'],
  ['for another domain', { rpId: 'evil.example' }, '403 passkey-rp'],
  ['without verifying its user', { flags: 0x41 }, '403 passkey-unverified'],
  ['by an assertion', { type: 'webauthn.get' }, '400 passkey-malformed'],
  ['of an algorithm nobody asked for', { algorithm: -9 }, '400 passkey-malformed'],
])('a passkey made %s is not registered', async (_how, bent, code) => {
  const { page } = await arrive();
  expect(codeOf((await register(page, bent)).told)).toBe(code);
  expect((await page.ask('GET', '/api/passkeys')).body.passkeys).toEqual([]);
});

test('a credential is registered once, and a challenge registers for whoever asked for it', async () => {
  const [one, two] = [await arrive(), await arrive()];
  const { key } = await register(one.page);
  const again = await options(two.page);
  const credential = key.create(String(again.challenge));
  expect(codeOf(await two.page.ask('POST', '/api/passkeys', { name: 'x', credential }))).toBe('409 passkey-exists');
  const { challenge } = await options(two.page);
  const own = new SoftAuthenticator({ rpId: 'localhost', origin, user: '' }).create(String(challenge));
  expect(codeOf(await one.page.ask('POST', '/api/passkeys', { name: 'x', credential: own }))).toBe(
    '401 challenge-unknown',
  );
});

test('a passkey is added, renamed and removed within five minutes of proving who one is, and by its owner alone', async () => {
  const { page } = await arrive();
  const { key } = await register(page);
  const path = `/api/passkeys/${key.id}`;
  const stranger = (await arrive()).page;
  expect(codeOf(await stranger.ask('DELETE', path))).toBe('404 passkey-not-found');
  const rename = (name: string) => page.ask('POST', '/api/passkeys/rename', { id: key.id, name });
  expect((await rename('手机')).body).toMatchObject({ name: '手机' });
  api.clock.nowMs += 5 * MINUTE_MS;
  expect(codeOf(await rename('表'))).toBe('403 step-up-required');
  expect(codeOf(await page.ask('DELETE', path))).toBe('403 step-up-required');
  expect(codeOf((await register(page)).told)).toBe('403 step-up-required');
  // The passkey itself proves it once more, in the same session.
  const credential = key.get(await challengeOf(page, true));
  expect(codeOf(await page.ask('POST', '/api/passkeys/sign-in', { raise: true, credential }))).toBe('200');
  expect((await page.ask('DELETE', path)).body).toEqual({ left: 0 });
  expect(codeOf((await signIn(key)).told)).toBe('403 passkey-refused');
});

test('somebody who has nothing but one passkey keeps it', async () => {
  const { page } = await arrive();
  const { key } = await register(page);
  const { page: later } = await signIn(key);
  expect(codeOf(await later.ask('DELETE', `/api/passkeys/${key.id}`))).toBe('409 passkey-last');
  const second = (await register(later)).key;
  expect((await later.ask('DELETE', `/api/passkeys/${key.id}`)).body).toEqual({ left: 1 });
  expect(codeOf(await later.ask('DELETE', `/api/passkeys/${second.id}`))).toBe('409 passkey-last');
});

test('a colleague’s passkey proves nothing about the session of another', async () => {
  const [one, two] = [await arrive(), await arrive()];
  await register(one.page);
  const { key } = await register(two.page);
  const credential = key.get(await challengeOf(one.page, true));
  expect(codeOf(await one.page.ask('POST', '/api/passkeys/sign-in', { raise: true, credential }))).toBe(
    '403 sign-in-other-person',
  );
});

test('a holder whose key is revoked is out, by passkey too, on the next request', async () => {
  const { page, signer } = await arrive();
  const { key } = await register(page);
  const { page: later } = await signIn(key);
  await accepted(api.node, await deedBy(founder, 'keys.revoke', { kid: signer.publicKey.kid }));
  for (const who of [page, later]) expect(codeOf(await who.ask('GET', '/api/passkeys'))).toBe('401 session-required');
  expect(codeOf((await signIn(key)).told)).toBe('403 account-disabled');
});

test('a page under an address in figures hears that there are no passkeys, and a program that it needs a page', async () => {
  const answer = await fetch(`${api.url}/api/passkeys/request-options`, {
    method: 'POST',
    headers: { origin: api.url, 'content-type': 'application/json' },
    body: '{"raise":false}',
  });
  expect(((await answer.json()) as { code: string }).code).toBe('passkey-unavailable');
  const program = await fetch(`${origin}/api/passkeys/request-options`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"raise":false}',
  });
  expect(((await program.json()) as { code: string }).code).toBe('origin-refused');
});

test('a case key alone is nobody’s account', async () => {
  const page = new TestPage(api.url);
  expect(codeOf(await page.ask('POST', '/api/passkeys/creation-options'))).toBe('401 session-required');
});
