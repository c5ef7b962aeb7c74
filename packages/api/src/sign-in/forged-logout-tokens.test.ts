import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Claims, es256, forgeJwt, hs256, newPair, type SignBytes, unsigned } from '../testing/forge-jwt.ts';
import { CLIENT_ID, KEY_ID, type OwnProvider, startOwnProvider } from '../testing/own-provider.ts';
import { startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { seeded } from '../testing/test-chain.ts';

let api: TestApi;
let unified: OwnProvider;
let other: OwnProvider;
let cookie: string;
beforeAll(async () => {
  [unified, other] = await Promise.all([startOwnProvider('unified'), startOwnProvider('other')]);
  api = await startTestApi({
    signIn: { providers: [unified.options, other.options], accountSecret: seeded('accounts') },
  });
});
afterAll(async () => {
  await api.close();
  await Promise.all([unified.close(), other.close()]);
});

const nowS = () => Math.floor(Date.now() / 1000);

/** Somebody who is signed in by `unified`, and whom nobody but `unified` may sign out. */
const signIn = async (): Promise<string> => {
  const begun = await fetch(`${api.url}/api/sign-in`, {
    method: 'POST',
    headers: { origin: api.url, 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'unified', level: 1, returnTo: '/cases' }),
  });
  const asked = new URL(((await begun.json()) as { location: string }).location).searchParams;
  const [nonce, state] = [asked.get('nonce') ?? '', asked.get('state') ?? ''];
  const claims = { iss: unified.issuer, aud: CLIENT_ID, sub: 'wang', sid: 's-1', nonce, iat: nowS(), exp: nowS() + 60 };
  const token = forgeJwt({ alg: 'ES256', kid: KEY_ID }, claims, es256(unified.privateKey));
  unified.answer = { body: { access_token: 'a', token_type: 'Bearer', id_token: token } };
  const query = new URLSearchParams({ code: 'c', state, iss: unified.issuer });
  const answer = await fetch(`${api.url}/api/sign-in/callback/unified?${query}`, {
    headers: { cookie: begun.headers.get('set-cookie')?.split(';')[0] ?? '' },
    redirect: 'manual',
  });
  return (
    answer.headers
      .getSetCookie()
      .find((line) => line.startsWith('__Host-minglu='))
      ?.split(';')[0] ?? ''
  );
};
const isSignedIn = async (): Promise<boolean> => {
  const answer = await fetch(`${api.url}/api/sessions`, { headers: { cookie } });
  return ((await answer.json()) as { sessions: unknown[] }).sessions.length > 0;
};
beforeEach(async () => {
  if (cookie === undefined || !(await isSignedIn())) cookie = await signIn();
});

const tell = async (token: string, provider = 'unified'): Promise<string> => {
  const body = new URLSearchParams({ logout_token: token });
  const answer = await fetch(`${api.url}/api/sign-in/logout/${provider}`, { method: 'POST', body });
  const said = (await answer.json()) as { code?: string; ended?: number };
  return `${answer.status} ${said.code ?? said.ended}`;
};

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
let serial = 0;
interface Forgery {
  readonly header?: Claims;
  readonly claims?: Claims;
  readonly sign?: SignBytes;
  readonly provider?: string;
}
const HEADER = { alg: 'ES256', kid: KEY_ID, typ: 'logout+jwt' };
const tokenOf = ({ header, claims, sign }: Forgery): string => {
  serial += 1;
  const honest = { iss: unified.issuer, aud: CLIENT_ID, iat: nowS(), exp: nowS() + 60, jti: `j-${serial}`, sid: 's-1' };
  const said = { ...honest, events: { [EVENT]: {} }, ...claims };
  return forgeJwt(header ?? HEADER, said, sign ?? es256(unified.privateKey));
};
const thief = newPair();

test.each<[string, () => Forgery]>([
  ['of a stranger', () => ({ sign: es256(thief.privateKey) })],
  ['of the other provider', () => ({ sign: es256(other.privateKey) })],
  [
    'with a stranger’s key in its header',
    () => ({
      header: { ...HEADER, jwk: thief.publicKey.export({ format: 'jwk' }) },
      sign: es256(thief.privateKey),
    }),
  ],
  [
    'that points to a stranger’s keys',
    () => ({
      header: { ...HEADER, jku: `${other.issuer}/jwks` },
      sign: es256(other.privateKey),
    }),
  ],
  ['with alg none', () => ({ header: { ...HEADER, alg: 'none' }, sign: unsigned })],
  [
    'with an HMAC under the public key',
    () => ({
      header: { ...HEADER, alg: 'HS256' },
      sign: hs256(String(unified.publicKey.export({ format: 'pem', type: 'spki' }))),
    }),
  ],
  ['that is an ID token', () => ({ header: { ...HEADER, typ: 'JWT' } })],
  ['of no type', () => ({ header: { alg: 'ES256', kid: KEY_ID } })],
  ['that is an access token', () => ({ header: { ...HEADER, typ: 'at+jwt' } })],
  ['with a nonce, as ID tokens have', () => ({ claims: { nonce: 'n' } })],
  ['without the event', () => ({ claims: { events: undefined } })],
  ['of another event', () => ({ claims: { events: { 'http://schemas.openid.net/event/other': {} } } })],
  ['whose event is a word', () => ({ claims: { events: { [EVENT]: 'yes' } } })],
  ['whose event is nothing', () => ({ claims: { events: { [EVENT]: null } } })],
  ['for another client', () => ({ claims: { aud: 'somebody-else' } })],
  ['of another issuer', () => ({ claims: { iss: other.issuer } })],
  ['that ran out', () => ({ claims: { iat: nowS() - 100, exp: nowS() - 50 } })],
  ['that never runs out', () => ({ claims: { exp: undefined } })],
  ['that is older than two minutes, though it runs on', () => ({ claims: { iat: nowS() - 200, exp: nowS() + 600 } })],
  ['of no moment', () => ({ claims: { iat: undefined } })],
  ['of a moment to come', () => ({ claims: { iat: nowS() + 600, exp: nowS() + 900 } })],
  ['without a number of its own', () => ({ claims: { jti: undefined } })],
  ['about nobody and no sign-in', () => ({ claims: { sid: undefined } })],
  ['about a number', () => ({ claims: { sid: 7 } })],
  ['shown at the other provider’s door', () => ({ provider: 'other' })],
])('a logout token %s ends nothing', async (_kind, forgery) => {
  const forged = forgery();
  expect(await tell(tokenOf(forged), forged.provider)).toBe('403 sign-in-refused');
  expect(await isSignedIn()).toBe(true);
});

test('a logout token of another sign-in ends nothing here', async () => {
  expect(await tell(tokenOf({ claims: { sid: 's-2' } }))).toBe('200 0');
  expect(await tell(tokenOf({ claims: { sid: undefined, sub: 'chen' } }))).toBe('200 0');
  expect(await isSignedIn()).toBe(true);
});

test('an honest one ends it at once, and is good once', async () => {
  const token = tokenOf({});
  expect(await tell(token)).toBe('200 1');
  expect(await isSignedIn()).toBe(false);
  expect(await tell(token)).toBe('403 sign-in-refused');
});
