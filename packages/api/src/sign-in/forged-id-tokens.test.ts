import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Claims,
  ed25519,
  es256,
  es384,
  forgeJwt,
  hs256,
  newPair,
  rs256,
  type SignBytes,
  unsigned,
} from '../testing/forge-jwt.ts';
import { CLIENT_ID, KEY_ID, type OwnProvider, startOwnProvider } from '../testing/own-provider.ts';
import { startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { seeded } from '../testing/test-chain.ts';

let api: TestApi;
let unified: OwnProvider;
let other: OwnProvider;
beforeAll(async () => {
  [unified, other] = await Promise.all([startOwnProvider('unified'), startOwnProvider('other')]);
  const signIn = { providers: [unified.options, other.options], accountSecret: seeded('accounts') };
  api = await startTestApi({ signIn });
});
afterAll(async () => {
  await api.close();
  await Promise.all([unified.close(), other.close()]);
});

/** What a sign-in was begun with, as its address tells whoever reads it. */
interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly cookie: string;
}

const begin = async (level: 1 | 2 | 3): Promise<Begun> => {
  const answer = await fetch(`${api.url}/api/sign-in`, {
    method: 'POST',
    headers: { origin: api.url, 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'unified', level, returnTo: '/cases' }),
  });
  const { location } = (await answer.json()) as { location: string };
  const asked = new URL(location).searchParams;
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { state: asked.get('state') ?? '', nonce: asked.get('nonce') ?? '', cookie };
};

/** Where the browser is sent in the end, and whether it was signed in. */
const finish = async ({ state, cookie }: Begun): Promise<string> => {
  const query = new URLSearchParams({ code: 'c', state, iss: unified.issuer });
  const answer = await fetch(`${api.url}/api/sign-in/callback/unified?${query}`, {
    headers: { cookie },
    redirect: 'manual',
  });
  const isSignedIn = answer.headers.getSetCookie().some((line) => /^__Host-minglu=[\w-]{43};/.test(line));
  return `${answer.headers.get('location')}${isSignedIn ? ' signed in' : ''}`;
};

const nowS = () => Math.floor(Date.now() / 1000);
const claimsOf = ({ nonce }: Begun): Claims => ({
  ...{ iss: unified.issuer, aud: CLIENT_ID, sub: 'wang', nonce, iat: nowS(), exp: nowS() + 300, acr: '3' },
});
const HEADER = { alg: 'ES256', kid: KEY_ID };

interface Forgery {
  readonly header?: Claims;
  /** `undefined` takes a claim away. */
  readonly claims?: Claims;
  readonly sign?: SignBytes;
  /** Something done to the text, after it was made. */
  readonly bend?: (token: string) => string;
  /** Everything else the token endpoint says. */
  readonly answer?: object;
}

const tokenOf = (begun: Begun, { header, claims, sign, bend = (token) => token }: Forgery): string =>
  bend(forgeJwt(header ?? HEADER, { ...claimsOf(begun), ...claims }, sign ?? es256(unified.privateKey)));

const tryForgery = async (forgery: Forgery, level: 1 | 2 | 3 = 2): Promise<string> => {
  const begun = await begin(level);
  const body = { access_token: 'a', token_type: 'Bearer', id_token: tokenOf(begun, forgery), ...forgery.answer };
  unified.answer = { body };
  return await finish(begun);
};

test('an honest ID token signs in, so that what is refused below is refused for its own fault', async () => {
  expect(await tryForgery({})).toBe('/cases signed in');
});

const thief = newPair();
const swapped = (token: string, claims: Claims): string => {
  const [head, body = '', signature] = token.split('.');
  const said = JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims;
  return `${head}.${Buffer.from(JSON.stringify({ ...said, ...claims })).toString('base64url')}.${signature}`;
};
const withSignature = (token: string, signature: Buffer): string =>
  `${token.split('.').slice(0, 2).join('.')}.${signature.toString('base64url')}`;
const publicText = () => String(unified.publicKey.export({ format: 'pem', type: 'spki' }));
const thiefJwk = () => ({ ...thief.publicKey.export({ format: 'jwk' }) });

const FORGERIES: readonly (readonly [kind: string, forgery: () => Forgery])[] = [
  ['signed by a stranger', () => ({ sign: es256(thief.privateKey) })],
  [
    'signed by a stranger whose key stands in its header',
    () => ({
      header: { ...HEADER, jwk: thiefJwk() },
      sign: es256(thief.privateKey),
    }),
  ],
  [
    'signed by a stranger whose keys its header points to (jku)',
    () => ({
      header: { ...HEADER, jku: `${other.issuer}/jwks` },
      sign: es256(other.privateKey),
    }),
  ],
  [
    'signed by a stranger whose certificate its header points to (x5u)',
    () => ({
      header: { ...HEADER, x5u: `${other.issuer}/cert` },
      sign: es256(thief.privateKey),
    }),
  ],
  [
    'signed by a stranger whose certificate stands in its header (x5c)',
    () => ({
      header: { ...HEADER, x5c: ['MIIB'] },
      sign: es256(thief.privateKey),
    }),
  ],
  ['signed by the other provider', () => ({ sign: es256(other.privateKey) })],
  ['with alg none and no signature', () => ({ header: { alg: 'none' }, sign: unsigned })],
  ['with alg None', () => ({ header: { alg: 'None' }, sign: unsigned })],
  ['with alg none and the true signature', () => ({ header: { alg: 'none', kid: KEY_ID } })],
  ['with no alg', () => ({ header: { kid: KEY_ID } })],
  ['with an HMAC under the provider’s public key', () => ({ header: { alg: 'HS256' }, sign: hs256(publicText()) })],
  ['with an HMAC under the client’s name', () => ({ header: { alg: 'HS256' }, sign: hs256(CLIENT_ID) })],
  ['with an HMAC under nothing', () => ({ header: { alg: 'HS256' }, sign: hs256('') })],
  ['in RS256', () => ({ header: { alg: 'RS256', kid: KEY_ID }, sign: rs256() })],
  ['in ES384', () => ({ header: { alg: 'ES384', kid: KEY_ID }, sign: es384() })],
  ['in EdDSA', () => ({ header: { alg: 'EdDSA', kid: KEY_ID }, sign: ed25519() })],
  ['with a key id that is unknown', () => ({ header: { alg: 'ES256', kid: 'x' }, sign: es256(thief.privateKey) })],
  ['with an extension nobody here knows (crit)', () => ({ header: { ...HEADER, crit: ['x'], x: 1 } })],
  ['with the payload not encoded (b64)', () => ({ header: { ...HEADER, crit: ['b64'], b64: false } })],
  ['with another person put in after signing', () => ({ bend: (token) => swapped(token, { sub: 'li' }) })],
  ['with a higher level put in after signing', () => ({ bend: (token) => swapped(token, { acr: '9' }) })],
  ['with the signature cut off', () => ({ bend: (token) => `${token.split('.').slice(0, 2).join('.')}.` })],
  ['with no third part', () => ({ bend: (token) => token.split('.').slice(0, 2).join('.') })],
  ['with five parts', () => ({ bend: (token) => `${token}.AAAA.AAAA` })],
  ['with half a signature', () => ({ bend: (token) => token.slice(0, -43) })],
  ['with a signature of noughts', () => ({ bend: (token) => withSignature(token, Buffer.alloc(64)) })],
  [
    'with a signature of r = s = n',
    () => ({
      bend: (token) => withSignature(token, Buffer.from(P256_ORDER.repeat(2), 'hex')),
    }),
  ],
  ['with a signature in DER', () => ({ sign: es256(unified.privateKey, 'der') })],
  [
    'with the signature of another of its tokens',
    () => ({
      bend: (token) =>
        `${token.split('.').slice(0, 2).join('.')}.${forgeJwt(HEADER, {}, es256(unified.privateKey)).split('.')[2]}`,
    }),
  ],
  ['of another issuer', () => ({ claims: { iss: other.issuer } })],
  ['of the issuer with a stroke more', () => ({ claims: { iss: `${unified.issuer}/` } })],
  ['of no issuer', () => ({ claims: { iss: undefined } })],
  ['for another client', () => ({ claims: { aud: 'somebody-else' } })],
  ['for a list without us', () => ({ claims: { aud: ['a', 'b'] } })],
  ['for nobody', () => ({ claims: { aud: undefined } })],
  ['for us and another, made for the other (azp)', () => ({ claims: { aud: [CLIENT_ID, 'b'], azp: 'b' } })],
  ['for us and another, and made for nobody in particular', () => ({ claims: { aud: [CLIENT_ID, 'b'] } })],
  ['with the nonce of another sign-in', () => ({ claims: { nonce: 'A'.repeat(43) } })],
  ['with no nonce', () => ({ claims: { nonce: undefined } })],
  ['that ran out', () => ({ claims: { iat: nowS() - 900, exp: nowS() - 600 } })],
  ['that never runs out', () => ({ claims: { exp: undefined } })],
  ['that runs out at a word', () => ({ claims: { exp: 'tomorrow' } })],
  ['that is not good yet', () => ({ claims: { nbf: nowS() + 600 } })],
  ['of no moment', () => ({ claims: { iat: undefined } })],
  ['about nobody', () => ({ claims: { sub: undefined } })],
  ['about a number', () => ({ claims: { sub: 7 } })],
  ['about an empty name', () => ({ claims: { sub: '' } })],
  ['about a name without end', () => ({ claims: { sub: 'x'.repeat(256) } })],
  ['that is a logout token', () => ({ header: { ...HEADER, typ: 'logout+jwt' } })],
  ['that is an access token', () => ({ header: { ...HEADER, typ: 'at+jwt' } })],
  ['that is a client’s assertion', () => ({ header: { ...HEADER, typ: 'client-authentication+jwt' } })],
  ['that is no token at all', () => ({ bend: () => 'wang' })],
  ['that is not there', () => ({ answer: { id_token: undefined } })],
  ['that is a list', () => ({ answer: { id_token: ['a.b.c'] } })],
  ['beside an access token of another kind', () => ({ answer: { token_type: 'mac' } })],
];
const P256_ORDER = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551';

test.each(FORGERIES)('an ID token %s signs nobody in', async (_kind, forgery) => {
  expect(await tryForgery(forgery())).toBe('/sign-in?refused=sign-in-refused');
});

test.each<[string, Claims, 2 | 3]>([
  ['below the level that was asked for', { acr: '2' }, 3],
  ['that does not say its level', { acr: undefined }, 2],
  ['whose level is a number', { acr: 3 }, 2],
  ['whose level is a list', { acr: ['3'] }, 2],
  ['whose level is nobody’s', { acr: 'urn:high' }, 2],
])('an ID token %s is not taken for more', async (_kind, claims, level) => {
  expect(await tryForgery({ claims }, level)).toBe('/sign-in?refused=sign-in-level');
});

test('an ID token is good for the sign-in it was made for, and for no second one', async () => {
  const first = await begin(2);
  const token = tokenOf(first, {});
  unified.answer = { body: { access_token: 'a', token_type: 'Bearer', id_token: token } };
  expect(await finish(first)).toBe('/cases signed in');
  expect(await finish(first)).toBe('/sign-in?refused=sign-in-unknown');
  expect(await finish(await begin(2))).toBe('/sign-in?refused=sign-in-refused');
});

test('what a provider refuses or garbles signs nobody in', async () => {
  for (const answer of [
    { status: 400, body: { error: 'invalid_grant' } },
    { status: 500, body: {} },
    { body: [] },
    { body: { access_token: 'a' } },
  ]) {
    unified.answer = answer;
    expect(await finish(await begin(2))).toMatch(/^\/sign-in\?refused=(sign-in-refused|provider-unreachable)$/);
  }
});

test('two-score and more kinds were tried', () => {
  expect(new Set(FORGERIES.map(([kind]) => kind)).size).toBeGreaterThanOrEqual(50);
});
