import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { CookieJar } from './cookie-jar.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown({ identity: ['unified', 'other'] });
});
afterAll(() => town?.close());

interface Wish {
  readonly provider?: string;
  readonly level?: 1 | 2 | 3;
  readonly raise?: boolean;
}

const begin = async (
  jar: CookieJar,
  { provider = 'unified', level = 1, raise = false }: Wish = {},
): Promise<string> => {
  const { body } = await jar.json('POST', `${town.url}/api/sign-in`, { provider, level, returnTo: '/cases', raise });
  return String(body.location ?? body.code);
};

/** What the person does on the provider's page; gives the address that the browser is sent back to. */
const pick = async (jar: CookieJar, location: string, account: string, level: number): Promise<string> => {
  const issuer = new URL(location).origin;
  let next = location;
  for (let step = 0; step < 8 && !next.startsWith(town.url); step++) {
    const asked = await jar.ask(next);
    let target = asked.headers.get('location');
    if (target === null) {
      const form = new URLSearchParams({ account, level: String(level) }).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const picked = await jar.ask(next, { method: 'POST', headers, body: form });
      target = picked.headers.get('location');
      if (target === null) return `no answer ${picked.status}`;
    }
    next = new URL(target, issuer).href;
  }
  return next;
};

const finish = async (jar: CookieJar, back: string): Promise<string> =>
  (await jar.ask(back)).headers.get('location') ?? '';

const signIn = async (jar: CookieJar, account: string, level: 1 | 2 | 3, wish: Wish = {}): Promise<string> =>
  finish(jar, await pick(jar, await begin(jar, { level, ...wish }), account, level));

const sessionsOf = async (jar: CookieJar) =>
  (await jar.json('GET', `${town.url}/api/sessions`)).body.sessions as Record<string, unknown>[];

test('somebody signs in at level 2, and the platform knows an account and no name', async () => {
  const jar = new CookieJar();
  expect(await signIn(jar, 'wang', 2)).toBe('/cases');
  const sessions = await sessionsOf(jar);
  expect(sessions).toMatchObject([{ method: 'oidc', assurance: 2, current: true, caseKeys: 0 }]);
  expect(String(sessions[0]?.account)).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(sessions)).not.toMatch(/wang|王秀英/);
  expect((await jar.json('GET', `${town.url}/api/sign-in`)).body.signedIn).toEqual({
    provider: 'unified',
    organisation: 'public-security',
  });
});

test('whoever comes back without having begun here, or a second time, is nobody', async () => {
  const [victim, thief] = [new CookieJar(), new CookieJar()];
  const back = await pick(victim, await begin(victim), 'wang', 1);
  expect(await finish(thief, back)).toBe('/sign-in?refused=sign-in-unknown');
  expect(await sessionsOf(thief)).toEqual([]);
  expect(await finish(victim, back)).toBe('/cases');
  expect(await finish(victim, back)).toBe('/sign-in?refused=sign-in-unknown');
});

test.each([
  ['another state', (back: URL) => back.searchParams.set('state', 'x'.repeat(43))],
  ['no state', (back: URL) => back.searchParams.delete('state')],
  ['a state that comes twice', (back: URL) => back.searchParams.append('state', 'x')],
  ['another code', (back: URL) => back.searchParams.set('code', 'x'.repeat(43))],
  ['no code', (back: URL) => back.searchParams.delete('code')],
  ['the issuer of another provider', (back: URL) => back.searchParams.set('iss', town.identity('other'))],
  ['no issuer', (back: URL) => back.searchParams.delete('iss')],
])('an answer with %s opens nothing', async (_what, bend) => {
  const jar = new CookieJar();
  const back = new URL(await pick(jar, await begin(jar), 'wang', 1));
  bend(back);
  expect(await finish(jar, back.href)).toBe('/sign-in?refused=sign-in-refused');
  expect(await sessionsOf(jar)).toEqual([]);
});

test('a code of one person put into the sign-in of another is refused: it is not the one PKCE was begun with', async () => {
  const [victim, thief] = [new CookieJar(), new CookieJar()];
  const stolen = new URL(await pick(victim, await begin(victim), 'wang', 1)).searchParams.get('code') ?? '';
  const back = new URL(await pick(thief, await begin(thief), 'chen', 1));
  back.searchParams.set('code', stolen);
  expect(await finish(thief, back.href)).toBe('/sign-in?refused=sign-in-refused');
});

test('two providers are never mixed up: what was begun with one does not end at the other', async () => {
  const jar = new CookieJar();
  const back = new URL(await pick(jar, await begin(jar), 'wang', 1));
  back.pathname = back.pathname.replace('unified', 'other');
  expect(await finish(jar, back.href)).toBe('/sign-in?refused=sign-in-unknown');

  // The mix-up attack: begun with the other one, answered with a code of this one under the other's address.
  const mixed = new CookieJar();
  const code = new URL(await pick(new CookieJar(), await begin(new CookieJar()), 'wang', 1)).searchParams;
  const other = new URL(await pick(mixed, await begin(mixed, { provider: 'other' }), 'wang', 1));
  other.searchParams.set('code', code.get('code') ?? '');
  other.searchParams.set('iss', code.get('iss') ?? '');
  expect(await finish(mixed, other.href)).toBe('/sign-in?refused=sign-in-refused');
});

test('the same person at two providers is two accounts', async () => {
  const [one, two] = [new CookieJar(), new CookieJar()];
  await signIn(one, 'wang', 2);
  await signIn(two, 'wang', 2, { provider: 'other' });
  const [[first], [second]] = [await sessionsOf(one), await sessionsOf(two)];
  expect(first?.account).not.toBe(second?.account);
  expect(await sessionsOf(one)).not.toContainEqual(expect.objectContaining({ id: second?.id }));
});

test('a level is asked for and proved, never ticked: who has no means for it does not get it', async () => {
  const jar = new CookieJar();
  const location = await begin(jar, { level: 3 });
  expect(await pick(jar, location, 'wang', 3)).toBe('no answer 400');
  expect(await pick(jar, location, 'wang', 2)).toBe('no answer 400');
  expect(await sessionsOf(jar)).toEqual([]);
});

test('a step up is the same person’s, under a new cookie, and says when', async () => {
  const jar = new CookieJar();
  await signIn(jar, 'li', 2);
  const cookie = jar.find('__Host-minglu');
  const [before] = await sessionsOf(jar);
  const otherPerson = await pick(new CookieJar(), await begin(jar, { level: 3, raise: true }), 'zheng', 3);
  expect(await finish(jar, otherPerson)).toBe('/sign-in?refused=sign-in-other-person');
  expect(await signIn(jar, 'li', 3, { raise: true })).toBe('/cases');
  const [after] = await sessionsOf(jar);
  expect(after).toMatchObject({ id: before?.id, account: before?.account, assurance: 3 });
  expect(after?.stepUpAt).toBeTypeOf('number');
  expect(jar.find('__Host-minglu')).not.toBe(cookie);
});

test('a page of another site cannot begin a sign-in, and none ends anywhere but at a page of ours', async () => {
  const asked = await fetch(`${town.url}/api/sign-in`, {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'unified', level: 1, returnTo: '/cases' }),
  });
  expect(((await asked.json()) as { code: string }).code).toBe('origin-refused');
  for (const returnTo of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/api/sign-in',
    '/a?b',
    '/a//b',
  ]) {
    const told = await new CookieJar().json('POST', `${town.url}/api/sign-in`, {
      ...{ provider: 'unified', level: 1, returnTo },
    });
    expect(told.body.code).toBe('request-malformed');
  }
});

const ticketFor = async (jar: CookieJar, organisation: string) =>
  (await jar.json('POST', `${town.url}/api/sign-in/ticket`, { organisation })).body;
const showAt = async (organisation: string, ticket: unknown) => {
  const answer = await fetch(`${town.department(organisation).url}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ticket }),
  });
  return (await answer.json()) as Record<string, unknown>;
};

test('a ticket tells one organisation who it is and how surely, once, and no other anything', async () => {
  const jar = new CookieJar();
  await signIn(jar, 'wang', 2);
  const { ticket } = await ticketFor(jar, 'public-security');
  expect(await showAt('market-regulation', ticket)).toMatchObject({ code: 'ticket-refused' });
  expect(await showAt('public-security', ticket)).toMatchObject({ person: 'wang', name: '王秀英', level: 2 });
  expect(await showAt('public-security', ticket)).toMatchObject({ code: 'ticket-refused' });
  const again = (await ticketFor(jar, 'public-security')).ticket as string;
  const [head = '', body = '', signature = ''] = again.split('.');
  for (const bent of [
    `${head}.${body}.${signature.replace(/^./, (one) => (one === 'A' ? 'B' : 'A'))}`,
    `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${body}.${signature}`,
    `${head}.${Buffer.from(Buffer.from(body, 'base64url').toString().replace('wang', 'chen')).toString('base64url')}.${signature}`,
  ])
    expect(await showAt('public-security', bent)).toMatchObject({ code: 'ticket-refused' });
  expect(await ticketFor(jar, 'yunling')).toMatchObject({ code: 'ticket-unavailable' });
  expect(await ticketFor(new CookieJar(), 'public-security')).toMatchObject({ code: 'session-required' });
});

test('tickets asked for at once all come: a refresh token is used once each, in turn', async () => {
  const jar = new CookieJar();
  await signIn(jar, 'wang', 2);
  const asked = ['public-security', 'province-market-regulation', 'market-regulation', 'public-security'];
  const tickets = await Promise.all(asked.map((organisation) => ticketFor(jar, organisation)));
  expect(tickets.every(({ ticket }) => typeof ticket === 'string')).toBe(true);
});

test('the level in a department’s statement is the sign-in’s, whatever the register knows', async () => {
  const jar = new CookieJar();
  await signIn(jar, 'wang', 1);
  const session = await showAt('public-security', (await ticketFor(jar, 'public-security')).ticket);
  const statement = await fetch(`${town.department('public-security').url}/attest`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ token: session.token, chain: town.chain, service: 'individual-business' },
      ...{ case: 'A'.repeat(22), holder: 'A'.repeat(43) },
    }),
  });
  expect(await statement.text()).toContain('\\"identity-level\\":1');
});

test('the provider’s word that a sign-in is over ends it here at once; a forged or a second one ends nothing', async () => {
  const jar = new CookieJar();
  await signIn(jar, 'chen', 2);
  const stays = new CookieJar();
  await signIn(stays, 'chen', 2);
  for (const logout_token of ['', 'a.b.c', `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`]) {
    const told = await fetch(`${town.url}/api/sign-in/logout/unified`, {
      method: 'POST',
      body: new URLSearchParams({ logout_token }),
    });
    expect(((await told.json()) as { code: string }).code).toBe('sign-in-refused');
  }
  const confirm = await (await jar.ask(`${town.identity('unified')}/session/end`)).text();
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(confirm)?.[1] ?? '';
  await jar.ask(`${town.identity('unified')}/session/end/confirm`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ xsrf, logout: 'yes' }).toString(),
  });
  await expect.poll(async () => await sessionsOf(jar), { timeout: 5_000 }).toEqual([]);
  expect((await jar.json('POST', `${town.url}/api/sessions/extend`)).body.code).toBe('session-required');
  expect(await sessionsOf(stays)).toHaveLength(1);
});
