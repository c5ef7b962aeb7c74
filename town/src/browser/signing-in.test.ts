import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallShop } from '../stories/small-shop.ts';
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

test('an officer at level 2 decides only after proving more; a sign-in that is ended elsewhere is over here', async () => {
  const found: string[] = [];
  const { id } = await portal.town.citizen('chen').applyFor({ ...smallShop('再次确认小店'), manual: true });
  const officer = await portal.visit(1280);
  const { page } = officer;
  await signInWith(officer, 'li', 2);
  await page.waitForURL(/\/officer$/);
  await officer.open(`/officer/cases/${id}`);
  await page.locator('#decision').check();
  await page.locator('form button[type=submit]').click();
  const confirm = page.getByRole('button', { name: '再次确认是我' });
  await confirm.waitFor();
  found.push(...(await officer.look('step-up')), ...(await officer.look('step-up', 360)));
  const [popup] = await Promise.all([page.context().waitForEvent('page'), confirm.click()]);
  await popup.waitForURL((url) => url.pathname.startsWith('/interaction/'));
  await pick(popup, 'li', 3);
  await page.getByText('请再点一次刚才的按钮').waitFor();
  await page.locator('form button[type=submit]').click();
  await expect.poll(async () => (await portal.town.client.get('/api/cases/{id}', { id })).case.status).toBe('granted');

  const elsewhere = await portal.visit(360);
  await signInWith(elsewhere, 'li', 2);
  await officer.open('/account');
  await page.locator('.list .row').nth(1).waitFor();
  expect(await page.locator('main').innerText()).toContain('三级');
  await page.getByRole('button', { name: '结束这次登录' }).click();
  await elsewhere.page.getByText('登录已经结束').waitFor({ timeout: 10_000 });
  found.push(...(await elsewhere.look('signed-out-elsewhere')));

  // At the provider, in another window: everything that was signed in with it is over.
  const provider = await page.context().newPage();
  await provider.goto(`${portal.town.identity('unified')}/session/end`);
  await provider.locator('button').click();
  await page.getByText('登录已经结束').waitFor({ timeout: 10_000 });
  expect([...found, ...officer.problems, ...elsewhere.problems]).toEqual([]);
}, 90_000);
