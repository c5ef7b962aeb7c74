import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { type RunningIdentity, startIdentity } from '@minglu/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CookieJar } from './cookie-jar.ts';

/** 统一身份认证（演示） itself, asked by a platform that is somebody’s own. */
const BACK = 'http://127.0.0.1:9/callback';
const client = generateKeyPairSync('ec', { namedCurve: 'P-256' });
let identity: RunningIdentity;
beforeAll(async () => {
  identity = await startIdentity({
    ...{ host: '127.0.0.1', port: 0, randomBytes: (length) => randomBytes(length) },
    accounts: [{ id: 'wang', name: '王秀英', note: '', level: 3, organisation: 'public-security' }],
    clients: [
      {
        ...{ id: 'minglu', name: '明录', redirectUris: [BACK], logoutUri: 'http://127.0.0.1:9/logout' },
        key: { ...client.publicKey.export({ format: 'jwk' }) },
      },
    ],
  });
});
afterAll(() => identity?.close());

const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
const assertion = (key: KeyObject = client.privateKey, more: object = {}): string => {
  const nowS = Math.floor(Date.now() / 1000);
  const jti = randomBytes(16).toString('base64url');
  const claims = { iss: 'minglu', sub: 'minglu', aud: identity.issuer, jti, iat: nowS, exp: nowS + 60, ...more };
  const input = `${part({ alg: 'ES256' })}.${part(claims)}`;
  return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
};

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');
const ask = async (jar: CookieJar, more: Record<string, string> = {}): Promise<Response> => {
  const query = {
    ...{ client_id: 'minglu', response_type: 'code', scope: 'openid offline_access', redirect_uri: BACK },
    ...{ state: 's', nonce: 'n', code_challenge: challenge, code_challenge_method: 'S256', ...more },
  };
  const kept = Object.entries(query).filter(([, value]) => value !== '');
  return await jar.ask(`${identity.issuer}/auth?${new URLSearchParams(kept)}`);
};

/** A code, as the person’s browser is sent back with it. */
const codeOf = async (jar = new CookieJar()): Promise<string> => {
  let next = new URL((await ask(jar)).headers.get('location') ?? '', identity.issuer).href;
  for (let step = 0; step < 8 && !next.startsWith(BACK); step++) {
    const shown = await jar.ask(next);
    const form = new URLSearchParams({ account: 'wang', level: '2' }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const target =
      shown.headers.get('location') ??
      (await jar.ask(next, { method: 'POST', headers, body: form })).headers.get('location');
    next = new URL(target ?? '', identity.issuer).href;
  }
  return new URL(next).searchParams.get('code') ?? '';
};

const token = async (
  more: Record<string, string>,
  client_assertion = assertion(),
): Promise<Record<string, unknown>> => {
  const answer = await fetch(`${identity.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      ...{ client_id: 'minglu', client_assertion },
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      ...more,
    }),
  });
  return (await answer.json()) as Record<string, unknown>;
};
const exchange = (code: string, more: Record<string, string> = {}, by = assertion()) =>
  token({ grant_type: 'authorization_code', code, redirect_uri: BACK, code_verifier: verifier, ...more }, by);
const refresh = (refreshToken: unknown) => token({ grant_type: 'refresh_token', refresh_token: String(refreshToken) });

test('a redirect address that is not exactly the registered one gets no answer', async () => {
  for (const redirect_uri of [`${BACK}/`, `${BACK}?a=b`, BACK.replace('9', '10'), 'https://evil.example/callback']) {
    const answer = await ask(new CookieJar(), { redirect_uri });
    expect([redirect_uri, answer.status, answer.headers.get('location')]).toEqual([redirect_uri, 400, null]);
  }
});

test('no other way than the code: neither implicit, nor password, nor without PKCE', async () => {
  for (const more of [
    { response_type: 'token' },
    { response_type: 'id_token' },
    { response_type: 'code id_token' },
    { code_challenge: '', code_challenge_method: '' },
    { code_challenge_method: 'plain', code_challenge: verifier },
  ]) {
    const answer = await ask(new CookieJar(), more);
    const back = answer.headers.get('location') ?? '';
    expect(`${answer.status} ${back}`).toMatch(/^400 |error=/);
    expect(back).not.toMatch(/code=|access_token=|id_token=/);
  }
  for (const grant_type of ['password', 'client_credentials', 'implicit'])
    expect(await token({ grant_type, username: 'wang', password: 'x' })).toHaveProperty('error');
  expect(await exchange(await codeOf(), { code_verifier: '' })).toHaveProperty('error');
  expect(await exchange(await codeOf(), { code_verifier: 'x'.repeat(43) })).toHaveProperty('error');
});

test('a code is good once, and what it gave ends with its second use', async () => {
  const code = await codeOf();
  const first = await exchange(code);
  expect(first).toHaveProperty('id_token');
  expect(await exchange(code)).toMatchObject({ error: 'invalid_grant' });
  expect(await refresh(first.refresh_token)).toMatchObject({ error: 'invalid_grant' });
});

test('a refresh token that was used before ends everything that came of it', async () => {
  const first = await exchange(await codeOf());
  const second = await refresh(first.refresh_token);
  expect(second).toHaveProperty('refresh_token');
  expect(await refresh(first.refresh_token)).toMatchObject({ error: 'invalid_grant' });
  expect(await refresh(second.refresh_token)).toMatchObject({ error: 'invalid_grant' });
});

test('a client that does not prove itself with its key gets nothing for a code', async () => {
  const thief = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const nowS = Math.floor(Date.now() / 1000);
  const once = assertion();
  expect(await exchange(await codeOf(), {}, once)).toHaveProperty('id_token');
  for (const [what, forged] of [
    ['a stranger’s key', assertion(thief)],
    ['another audience', assertion(undefined, { aud: 'https://other.example' })],
    ['another client', assertion(undefined, { iss: 'other', sub: 'other' })],
    ['one that ran out', assertion(undefined, { iat: nowS - 900, exp: nowS - 600 })],
    ['one without an end', assertion(undefined, { exp: undefined })],
    ['one without a number', assertion(undefined, { jti: undefined })],
    ['one that was used', once],
    ['one without a signature', `${once.slice(0, once.lastIndexOf('.'))}.`],
    ['one with alg none', `${part({ alg: 'none' })}.${once.split('.')[1]}.`],
    ['nothing', ''],
  ] as const)
    expect([what, await exchange(await codeOf(), {}, forged)]).toEqual([
      what,
      expect.objectContaining({ error: expect.any(String) }),
    ]);
});

test('nobody is signed out without having said so', async () => {
  const jar = new CookieJar();
  await codeOf(jar);
  const asked = await jar.ask(`${identity.issuer}/session/end?post_logout_redirect_uri=https://evil.example`);
  expect(asked.headers.get('location')).toBeNull();
  const page = await (await jar.ask(`${identity.issuer}/session/end`)).text();
  expect(page).toContain('Sign out everywhere?');
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const forged = await jar.ask(`${identity.issuer}/session/end/confirm`, {
    ...{ method: 'POST', headers },
    body: new URLSearchParams({ xsrf: 'x', logout: 'yes' }).toString(),
  });
  expect(forged.status).toBe(400);
});
