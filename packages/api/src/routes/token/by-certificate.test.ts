import { createPrivateKey } from 'node:crypto';
import { request } from 'node:https';
import { type JsonObject, parsePublicJwk, publicJwk } from '@minglu/protocol';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Rfc5280Checker } from '../../certificates/rfc5280-checker.ts';
import { accepted } from '../../testing/accepted.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { type Issued, TestAuthority } from '../../testing/test-authority.ts';
import { deedBy, founder, GENESIS_MS, ORGAN } from '../../testing/test-chain.ts';

const FROM_MS = GENESIS_MS - 24 * 3_600_000;
let api: TestApi;
let authority: TestAuthority;
beforeAll(async () => {
  authority = await TestAuthority.found('Root', FROM_MS);
  const server = await generate([{ name: 'commonName', value: 'localhost' }], { algorithm: 'sha256' });
  api = await startTestApi({
    tls: { key: server.private, cert: server.cert },
    certificates: { port: 0, checker: new Rfc5280Checker({ authorities: [authority.own.pem] }) },
  });
});
afterAll(() => api.close());

const TOKEN = '/api/token';
const issued = (name: string): Promise<Issued> => authority.issue({ name, fromMs: FROM_MS });

function keyOf({ key }: Issued) {
  const { kty = '', crv = '', x = '', y = '' } = createPrivateKey(key).export({ format: 'jwk' });
  return parsePublicJwk({ kty, crv, x, y });
}

async function registered(name: string): Promise<Issued> {
  const own = await issued(name);
  const jwk = publicJwk(keyOf(own)) as unknown as JsonObject;
  await accepted(api.node, await deedBy(founder, 'keys.register', { org: ORGAN, jwk }));
  return own;
}

interface Asked {
  readonly path: string;
  readonly own: Issued | undefined;
  readonly token?: string;
  readonly url?: string | undefined;
}

/** One connection each: a certificate belongs to a connection. */
const ask = ({ path, own, token, url = api.certificateUrl }: Asked): Promise<{ said: string; token: string }> =>
  new Promise((resolve, reject) => {
    const tls = own === undefined ? {} : { key: own.key, cert: own.pem };
    const headers = {
      ...(path === TOKEN ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const options = { method: 'POST', rejectUnauthorized: false, agent: false, headers, ...tls };
    const sent = request(`${url}${path}`, options, async (answer) => {
      const body = JSON.parse((await answer.toArray()).join('')) as { code?: string; access_token?: string };
      resolve({ said: `${answer.statusCode} ${body.code ?? ''}`.trim(), token: String(body.access_token) });
    });
    sent.on('error', reject);
    sent.end(path === TOKEN ? 'grant_type=client_credentials' : undefined);
  });

const extend = (token: string, own: Issued | undefined) => ask({ path: '/api/sessions/extend', own, token });

test('a system whose TLS key is registered gets a token, and the token is good over its own connections alone', async () => {
  const own = await registered('system');
  const { said, token } = await ask({ path: TOKEN, own });
  expect(said).toBe('200');
  expect((await extend(token, own)).said).toBe('200');
  expect((await extend(token, undefined)).said).toBe('403 client-unbound');
  expect((await extend(token, await registered('another'))).said).toBe('403 client-unbound');
});

test('a TLS key that nobody registered gets none, whoever vouches for its certificate', async () => {
  expect((await ask({ path: TOKEN, own: await issued('stranger') })).said).toBe('401 client-refused');
});

test('a TLS key that was revoked gets none, and its token is dead with the next request', async () => {
  const own = await registered('revoked');
  const { token } = await ask({ path: TOKEN, own });
  expect((await extend(token, own)).said).toBe('200');
  await accepted(api.node, await deedBy(founder, 'keys.revoke', { kid: keyOf(own).kid }));
  expect((await ask({ path: TOKEN, own })).said).toBe('401 client-refused');
  expect((await extend(token, own)).said).toMatch(/^401 /);
});

test('the door that asks for no certificate gives none', async () => {
  const own = await registered('first door');
  expect((await ask({ path: TOKEN, own, url: api.url })).said).toBe('401 client-refused');
  expect((await ask({ path: TOKEN, own: undefined })).said).toBe('401 client-refused');
});
