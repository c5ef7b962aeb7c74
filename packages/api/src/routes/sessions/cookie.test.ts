import { publicJwk, type Signer, signerFromSecret } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted } from '../../testing/accepted.ts';
import { askChallenge, sessionJws, tokenOf } from '../../testing/sign-session.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { deedBy, founder, makeCase, ORGAN, registrar, seeded } from '../../testing/test-chain.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

interface Told {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly cookie: string | undefined;
}

/** As a page of the server's own asks, with the cookie a browser would bring. */
const page = async (method: string, path: string, more: Record<string, string> = {}, body?: unknown): Promise<Told> => {
  const headers: Record<string, string> = { origin: api.url, 'user-agent': FIREFOX, ...more };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const answer = await fetch(`${api.url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const set = answer.headers.get('set-cookie') ?? undefined;
  return {
    status: answer.status,
    body: (await answer.json()) as Record<string, unknown>,
    cookie: set?.split(';')[0],
  };
};

const prove = async (signer: Signer, embedKey: boolean, more: Record<string, string> = {}): Promise<Told> =>
  page('POST', '/api/sessions', more, { jws: await sessionJws(signer, await askChallenge(api.url), { embedKey }) });
const cookieOf = async (signer: Signer, embedKey = false): Promise<string> => {
  const { cookie } = await prove(signer, embedKey);
  return cookie ?? '';
};
const queue = (cookie: string) => page('GET', '/api/cases?view=open', { cookie });
const codeOf = ({ status, body }: Told) => `${status} ${String(body.code ?? '')}`;

test('a page gets a cookie that no script, no other site and no neighbouring host can use, and no token', async () => {
  const jws = await sessionJws(registrar, await askChallenge(api.url));
  const answer = await fetch(`${api.url}/api/sessions`, {
    method: 'POST',
    headers: { origin: api.url, 'content-type': 'application/json' },
    body: JSON.stringify({ jws }),
  });
  expect(answer.headers.get('set-cookie')).toMatch(
    /^__Host-minglu=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
  );
  expect(await answer.json()).not.toHaveProperty('token');
});

test('a program gets a token and no cookie', async () => {
  const jws = await sessionJws(registrar, await askChallenge(api.url));
  const answer = await fetch(`${api.url}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jws }),
  });
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(await answer.json()).toHaveProperty('token');
});

test('the cookie opens what the bearer token opens', async () => {
  expect((await queue(await cookieOf(registrar))).status).toBe(200);
});

test.each([
  ['twice', (good: string) => `${good}; ${good}`],
  ['with one letter changed', (good: string) => good.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
  ['under another name', (good: string) => good.replace('__Host-', '__host-')],
  ['without a value', () => '__Host-minglu='],
])('a cookie %s opens nothing', async (_how, change) => {
  expect(codeOf(await queue(change(await cookieOf(registrar))))).toBe('401 session-required');
});

test('keys that are proved one after the other are in one session, each time under a new cookie', async () => {
  const own = await Promise.all(['甲一', '乙二'].map((name) => makeCase(name)));
  for (const { jws, sidecar } of own) await accepted(api.node, jws, sidecar);
  const first = await prove(own[0]?.holder as Signer, true);
  const second = await prove(own[1]?.holder as Signer, true, { cookie: first.cookie ?? '' });
  expect(second.cookie).not.toBe(first.cookie);
  for (const { id } of own) {
    const told = await page('GET', `/api/cases/${id}`, { cookie: second.cookie ?? '' });
    expect(told.body).toHaveProperty('file');
  }
});

test.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'file://'])(
  'what the origin %s asks for is refused before it is read, with a session or without',
  async (origin) => {
    const cookie = await cookieOf(registrar);
    for (const more of [{ origin }, { origin, cookie }])
      expect(codeOf(await page('POST', '/api/sessions/extend', more))).toBe('403 origin-refused');
    const token = await tokenOf(api.url, registrar);
    const signed = await page('POST', '/api/sessions/extend', { origin, authorization: `Bearer ${token}` });
    expect(codeOf(signed)).toBe('403 origin-refused');
  },
);

test('a request with the cookie that does not say where it comes from changes nothing', async () => {
  const cookie = await cookieOf(registrar);
  const ask = (method: string, path: string) => fetch(`${api.url}${path}`, { method, headers: { cookie } });
  for (const answer of [await ask('POST', '/api/sessions/extend'), await ask('DELETE', '/api/sessions/current')])
    expect(((await answer.json()) as { code: string }).code).toBe('origin-refused');
  expect((await queue(cookie)).status).toBe(200);
});

test('one’s own sign-ins are listed with device and level, and neither token nor key', async () => {
  const other = signerFromSecret('ES256', seeded('key for the list'));
  const role = { org: ORGAN, kid: other.publicKey.kid, role: 'registrar' };
  const jwk = publicJwk(other.publicKey);
  await accepted(api.node, await deedBy(founder, 'keys.register', { org: ORGAN, jwk }));
  await accepted(api.node, await deedBy(founder, 'roles.grant', role));
  const here = await cookieOf(other);
  const there = await cookieOf(other);
  await cookieOf(registrar);
  const listed = (await page('GET', '/api/sessions', { cookie: here })).body.sessions as Record<string, unknown>[];
  expect(listed).toHaveLength(2);
  expect(listed[0]).toMatchObject({ method: 'key', assurance: 3, device: 'Firefox · Linux', organisation: ORGAN });
  expect(listed.filter(({ current }) => current)).toHaveLength(1);
  expect(JSON.stringify(listed)).not.toContain(here.split('=')[1]);
  expect(JSON.stringify(listed)).not.toContain(other.publicKey.kid);

  const elsewhere = listed.find(({ current }) => current !== true)?.id;
  expect((await page('DELETE', `/api/sessions/${elsewhere}`, { cookie: here })).body).toEqual({ ended: 1 });
  expect(codeOf(await queue(there))).toBe('401 session-required');
  expect((await queue(here)).status).toBe(200);
});

test('whoever looks at the list without being signed in finds it empty', async () => {
  expect((await page('GET', '/api/sessions')).body).toEqual({ sessions: [] });
});

test('nobody ends a stranger’s sign-in, and hears of it no more than of one that never was', async () => {
  const mine = await cookieOf(registrar);
  const theirs = await cookieOf(founder);
  const [listed] = (await page('GET', '/api/sessions', { cookie: theirs })).body.sessions as { id: string }[];
  for (const id of [listed?.id, 'A'.repeat(43)])
    expect(codeOf(await page('DELETE', `/api/sessions/${id}`, { cookie: mine }))).toBe('404 session-not-found');
  expect((await page('POST', '/api/sessions/extend', { cookie: theirs })).status).toBe(200);
});

test('signing out ends the session and takes the cookie back', async () => {
  const cookie = await cookieOf(registrar);
  const out = await page('DELETE', '/api/sessions/current', { cookie });
  expect(out.cookie).toBe('__Host-minglu=');
  expect(codeOf(await queue(cookie))).toBe('401 session-required');
});

test('an administrator ends every sign-in of a key, and nobody else does', async () => {
  const cookie = await cookieOf(registrar);
  const body = { kid: registrar.publicKey.kid };
  const asked = await page('POST', '/api/sessions/end', { cookie }, body);
  expect(codeOf(asked)).toBe('403 access-denied');
  const admin = await cookieOf(founder);
  expect((await page('POST', '/api/sessions/end', { cookie: admin }, body)).body.ended).toBeGreaterThan(0);
  expect(codeOf(await queue(cookie))).toBe('401 session-required');
});
