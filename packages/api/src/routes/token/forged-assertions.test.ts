import { createPublicKey } from 'node:crypto';
import { publicJwk, type Signer, signerFromSecret } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted } from '../../testing/accepted.ts';
import {
  type Claims,
  es256,
  es384,
  forgeJwt,
  hs256,
  newPair,
  type SignBytes,
  unsigned,
} from '../../testing/forge-jwt.ts';
import { askChallenge, postSession, sessionJws } from '../../testing/sign-session.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { deedBy, founder, ORGAN } from '../../testing/test-chain.ts';

let api: TestApi;
const own = newPair();
const thief = newPair();
let signer: Signer;
let kid: string;
beforeAll(async () => {
  api = await startTestApi();
  const { d = '' } = own.privateKey.export({ format: 'jwk' });
  signer = signerFromSecret('ES256', new Uint8Array(Buffer.from(d, 'base64url')));
  kid = signer.publicKey.kid;
  await accepted(api.node, await deedBy(founder, 'keys.register', { org: ORGAN, jwk: publicJwk(signer.publicKey) }));
});
afterAll(() => api.close());

const nowS = () => Math.floor(api.clock.nowMs / 1000);
let serial = 0;
interface Forgery {
  readonly header?: Claims;
  readonly claims?: Claims;
  readonly sign?: SignBytes;
  readonly bend?: (assertion: string) => string;
}
const assertionOf = ({ header, claims, sign, bend = (one) => one }: Forgery): string => {
  serial += 1;
  const honest = { iss: kid, sub: kid, aud: `${api.url}/api/token`, exp: nowS() + 60, jti: `f${serial}` };
  return bend(forgeJwt({ alg: 'ES256', kid, ...header }, { ...honest, ...claims }, sign ?? es256(own.privateKey)));
};
const bring = async (client_assertion: string): Promise<string> => {
  const answer = await fetch(`${api.url}/api/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
    }),
  });
  const { code } = (await answer.json()) as { readonly code?: string };
  return `${answer.status} ${code ?? ''}`.trim();
};
const publicText = () => String(createPublicKey(own.privateKey).export({ format: 'pem', type: 'spki' }));

test('an honest assertion gives a token, of the type that it may name', async () => {
  expect(await bring(assertionOf({}))).toBe('200');
  expect(await bring(assertionOf({ header: { typ: 'client-authentication+jwt' } }))).toBe('200');
});

test.each<[string, () => Forgery]>([
  ['signed by a stranger', () => ({ sign: es256(thief.privateKey) })],
  [
    'signed by a stranger whose key stands in its header',
    () => ({ header: { jwk: thief.publicKey.export({ format: 'jwk' }) }, sign: es256(thief.privateKey) }),
  ],
  [
    'signed by a stranger whose keys its header points to',
    () => ({ header: { jku: 'https://evil.example/keys' }, sign: es256(thief.privateKey) }),
  ],
  ['with an HMAC under the public key', () => ({ header: { alg: 'HS256' }, sign: hs256(publicText()) })],
  ['with an HMAC under the client’s name', () => ({ header: { alg: 'HS256' }, sign: hs256(kid) })],
  ['on another curve', () => ({ header: { alg: 'ES384' }, sign: es384() })],
  ['with alg none', () => ({ header: { alg: 'none' }, sign: unsigned })],
  ['with a signature in DER', () => ({ sign: es256(own.privateKey, 'der') })],
  ['with an extension nobody knows', () => ({ header: { crit: ['x'], x: 1 } })],
  ['that is a logout token', () => ({ header: { typ: 'logout+jwt' } })],
  ['that is an access token', () => ({ header: { typ: 'at+jwt' } })],
  ['that is a proof of another kind', () => ({ header: { typ: 'dpop+jwt' } })],
  ['without an end', () => ({ claims: { exp: undefined } })],
  ['without a number', () => ({ claims: { jti: undefined } })],
  ['with a number without end', () => ({ claims: { jti: 'x'.repeat(129) } })],
  ['for nobody', () => ({ claims: { aud: undefined } })],
  ['whose key id is a path', () => ({ header: { kid: '../../etc/passwd' } })],
  ['without a key id', () => ({ header: { kid: undefined } })],
  ['with half a signature', () => ({ bend: (one) => one.slice(0, -43) })],
  ['with five parts', () => ({ bend: (one) => `${one}.AAAA.AAAA` })],
])('an assertion %s gives nothing', async (_kind, forgery) => {
  expect(await bring(assertionOf(forgery()))).toBe('401 client-refused');
});

test('what one key signs for one purpose is good for no other: session proof, deed and assertion', async () => {
  const session = await sessionJws(signer, await askChallenge(api.url));
  const deed = await deedBy(signer, 'licences.close', { number: '0', reason: 'X' });
  expect(await bring(session)).toBe('401 client-refused');
  expect(await bring(deed)).toBe('401 client-refused');
  expect((await postSession(api.url, assertionOf({}))).status).toBe(400);
  expect((await postSession(api.url, session)).status).toBe(200);
});
