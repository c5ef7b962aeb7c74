import { publicJwk, type Signer, signerFromSecret } from '@minglu/protocol';
import { type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted } from '../../testing/accepted.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { deedBy, founder, ORGAN, seeded } from '../../testing/test-chain.ts';

let api: TestApi;
let clients = 0;
beforeAll(async () => {
  api = await startTestApi({ clients: { perMinute: 60 } });
});
afterAll(() => api.close());

interface Client {
  readonly signer: Signer;
  readonly kid: string;
  readonly secret: Uint8Array;
}

/** A system that an administrator registered. */
const newClient = async (): Promise<Client> => {
  const secret = seeded(`client ${clients++}`);
  const signer = signerFromSecret('ES256', secret);
  await accepted(api.node, await deedBy(founder, 'keys.register', { org: ORGAN, jwk: publicJwk(signer.publicKey) }));
  return { signer, kid: signer.publicKey.kid, secret };
};

const endpoint = () => `${api.url}/api/token`;
const nowS = () => Math.floor(api.clock.nowMs / 1000);
let draws = 0;

const assertion = ({ signer, kid, secret }: Client, bent: JWTPayload = {}, header: object = {}): Promise<string> => {
  const claims = { iss: kid, sub: kid, aud: endpoint(), exp: nowS() + 60, jti: `j${draws++}`, ...bent };
  const jwk = { ...publicJwk(signer.publicKey), d: Buffer.from(secret).toString('base64url') };
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid, ...header }).sign(jwk as never);
};

const ask = async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const answer = await fetch(endpoint(), {
    method: 'POST',
    headers,
    body: new URLSearchParams({ grant_type: 'client_credentials', ...fields }),
  });
  const body = (await answer.json()) as Record<string, unknown>;
  return { status: answer.status, body, said: `${answer.status} ${String(body.code ?? '')}`.trim() };
};

const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const bring = (jwt: string, more: Record<string, string> = {}) =>
  ask({ client_assertion_type: TYPE, client_assertion: jwt, ...more });

const extend = (token: string) =>
  fetch(`${api.url}/api/sessions/extend`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });

test('a registered system gets a token for five minutes, and not for longer however busy it is', async () => {
  const { status, body } = await bring(await assertion(await newClient()));
  expect({ status, ...body }).toMatchObject({ status: 200, token_type: 'Bearer', expires_in: 300 });
  const token = String(body.access_token);
  expect((await extend(token)).status).toBe(200);
  api.clock.nowMs += 299_000;
  expect((await extend(token)).status).toBe(200);
  api.clock.nowMs += 1_000;
  expect((await extend(token)).status).toBe(401);
});

test.each<[string, (own: Client) => Promise<string>]>([
  ['for another endpoint', (own) => assertion(own, { aud: 'https://other.example/api/token' })],
  ['for this endpoint and another', (own) => assertion(own, { aud: [endpoint(), 'https://other.example'] })],
  ['for the server and not its endpoint', (own) => assertion(own, { aud: api.url })],
  ['that has run out', (own) => assertion(own, { exp: nowS() - 31 })],
  ['that would be good for an hour', (own) => assertion(own, { exp: nowS() + 3_600 })],
  ['of the future', (own) => assertion(own, { nbf: nowS() + 60 })],
  ['without a name of its own', (own) => assertion(own, { jti: '' })],
  ['about somebody else', async (own) => assertion(own, { sub: (await newClient()).kid })],
  ['of somebody else', async (own) => assertion(own, { iss: (await newClient()).kid })],
  [
    'under another’s key',
    async (own) => {
      const { kid } = await newClient();
      return await assertion(own, { iss: kid, sub: kid }, { kid });
    },
  ],
  ['of a key nobody registered', (own) => assertion({ ...own, kid: 'A'.repeat(43) })],
  ['without a signature', async (own) => (await assertion(own)).replace(/[^.]+$/, '')],
  [
    'that says it needs none',
    async (own) => {
      const [, payload] = (await assertion(own)).split('.');
      const head = Buffer.from(JSON.stringify({ alg: 'none', kid: own.kid })).toString('base64url');
      return `${head}.${payload}.`;
    },
  ],
  ['that is none', async () => 'no assertion'],
])('an assertion %s is refused, and says no more than that', async (_how, make) => {
  const { said, body } = await bring(await make(await newClient()));
  expect(said).toBe('401 client-refused');
  expect(body.facts).toEqual({});
});

test('an assertion is good once', async () => {
  const jwt = await assertion(await newClient());
  expect((await bring(jwt)).status).toBe(200);
  expect((await bring(jwt)).said).toBe('401 client-refused');
});

test('a client that calls itself another is refused, and so is a page', async () => {
  const [own, other] = [await newClient(), await newClient()];
  expect((await bring(await assertion(own), { client_id: other.kid })).said).toBe('401 client-refused');
  const page = await ask({ client_assertion_type: TYPE, client_assertion: await assertion(own) }, { origin: api.url });
  expect(page.said).toBe('403 origin-refused');
  expect((await ask({})).said).toBe('401 client-refused');
});

test('a revoked client has no token, and the one it has is worth nothing at once', async () => {
  const own = await newClient();
  const { body } = await bring(await assertion(own));
  await accepted(api.node, await deedBy(founder, 'keys.revoke', { kid: own.kid }));
  expect((await extend(String(body.access_token))).status).toBe(401);
  expect((await bring(await assertion(own))).said).toBe('401 client-refused');
});

test('whoever asks more than the quota allows is told when to come back, and keeps nobody else out', async () => {
  const own = await newClient();
  const token = String((await bring(await assertion(own))).body.access_token);
  const asked = await Promise.all(Array.from({ length: 70 }, () => extend(token)));
  const refused = asked.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(11);
  expect(refused[0]?.headers.get('retry-after')).toBe('1');
  const other = String((await bring(await assertion(await newClient()))).body.access_token);
  expect((await extend(other)).status).toBe(200);
  api.clock.nowMs += 1_000;
  expect((await extend(token)).status).toBe(200);
});

test('a new token is no new quota', async () => {
  const own = await newClient();
  for (let at = 0; at < 60; at += 1) expect((await bring(await assertion(own))).status).toBe(200);
  expect((await bring(await assertion(own))).said).toBe('429 quota-exceeded');
});
