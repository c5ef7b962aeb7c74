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
