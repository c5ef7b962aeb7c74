import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { apply, shop } from './walk.ts';

let portal: PortalTown;
beforeAll(async () => {
  portal = await openPortalTown({ identity: ['unified'] });
}, 120_000);
afterAll(() => portal?.close());

/** On the provider's own page. */
async function pick(page: Page, person: string, level: number): Promise<void> {
  await page.locator(`input[name=account][value=${person}]`).check();
  await page.locator(`input[name=level][value="${level}"]`).check();
  await page.locator('button[type=submit]').first().click();
}

async function signInWith(visit: Visit, person: string, level: number, look?: () => Promise<void>): Promise<void> {
  const { page } = visit;
  await visit.open('/sign-in');
  await page.locator('section[aria-labelledby=sign-in-provider] button').click();
  await page.waitForURL((url) => url.pathname.startsWith('/interaction/'));
  await look?.();
  await pick(page, person, level);
  await page.waitForURL((url) => url.origin === portal.town.url && !/signed-in|sign-in/.test(url.pathname));
}

test('a citizen signs in at level 2 with the provider, applies, and no script ever holds a token of it', async () => {
  const found: string[] = [];
  const visit = await portal.visit(360);
  await signInWith(visit, 'wang', 2, async () => {
    found.push(...(await visit.look('identity-page')));
  });
  await visit.open('/sign-in');
  found.push(...(await visit.look('sign-in-provider')));
  await apply(visit, { ...shop, tradeName: '认证书屋' });
  await visit.open('/account');
  await visit.page.locator('.list .row').waitFor();
  found.push(...(await visit.look('account')), ...(await visit.look('account', 1280)));
  expect(await visit.page.locator('main').innerText()).toContain('二级');
  const readable = await visit.page.evaluate(() => document.cookie);
  expect(readable).toBe('');
  const [cookie] = (await visit.page.context().cookies()).filter(({ name }) => name === '__Host-minglu');
  expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict' });
  expect([...found, ...visit.problems]).toEqual([]);
}, 90_000);
