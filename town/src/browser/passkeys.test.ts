import { signerFromSecret } from '@minglu/protocol';
import { signIn } from '@minglu/sdk';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallShop } from '../stories/small-shop.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import { typeCanaryAt } from './type-canary.ts';
import type { Visit } from './visit.ts';

let portal: PortalTown;
beforeAll(async () => {
  portal = await openPortalTown({ identity: ['unified'], host: 'localhost' });
}, 120_000);
afterAll(() => portal?.close());

/** The browser's own virtual authenticator (WebDriver extension of WebAuthn, 11), as a laptop with a fingerprint reader. */
async function fingerprintReader(page: Page): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId: id } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, id };
}

async function signInWith(visit: Visit, person: string, level: number): Promise<void> {
  const { page } = visit;
  await visit.open('/sign-in');
  await page.locator('section[aria-labelledby=sign-in-provider] button').click();
  await page.waitForURL((url) => url.pathname.startsWith('/interaction/'));
  await page.locator(`input[name=account][value=${person}]`).check();
  await page.locator(`input[name=level][value="${level}"]`).check();
  await page.locator('button[type=submit]').first().click();
  await page.waitForURL((url) => url.hostname === 'localhost' && !/signed-in|sign-in/.test(url.pathname));
}

async function addPasskey(visit: Visit, name: string): Promise<void> {
  const { page } = visit;
  await typeCanaryAt(visit, '#passkey-name');
  await page.locator('#passkey-name').fill(name);
  await page.getByRole('button', { name: '加一把通行密钥' }).click();
}

async function signOut(visit: Visit): Promise<void> {
  await visit.open('/account');
  await visit.page.locator('.list .row').filter({ hasText: '本设备' }).getByRole('button').click();
  const cookies = async () => (await visit.page.context().cookies()).map(({ name }) => name);
  await expect.poll(cookies).not.toContain('__Host-minglu');
}

const passkeySection = ({ page }: Visit) => page.locator('section[aria-labelledby=own-passkeys]');

test('an officer adds a passkey, comes back with it alone, decides by its touch, renames it and takes it away', async () => {
  const found: string[] = [];
  const { id } = await portal.town.citizen('chen').applyFor({ ...smallShop('通行密钥小店'), manual: true });
  const visit = await portal.visit(1280);
  const { page } = visit;
  const reader = await fingerprintReader(page);
  await signInWith(visit, 'li', 2);
  await visit.open('/account');
  await page.getByText('还没有通行密钥').waitFor();
  await page.getByRole('button', { name: '加一把通行密钥' }).click();
  await page.getByText('请给通行密钥起个名字').waitFor();
  await addPasskey(visit, '办公室电脑');
  await page.getByText('已添加').waitFor();
  await addPasskey(visit, '再加一把');
  await page.getByText('这台设备上已有一把登记过的通行密钥').waitFor();
  found.push(...(await visit.look('passkeys')), ...(await visit.look('passkeys', 360)));

  await signOut(visit);
  await visit.open('/sign-in');
  found.push(...(await visit.look('sign-in-passkey', 1280)), ...(await visit.look('sign-in-passkey', 360)));
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  await page.waitForURL(/\/officer$/);
  await page.setViewportSize({ width: 1280, height: 860 });

  // The provider still tells the department who it is; deciding wants one more touch, and no other window.
  await visit.open(`/officer/cases/${id}`);
  await page.locator('#decision').check();
  await page.locator('form button[type=submit]').click();
  await page.getByRole('button', { name: '用通行密钥确认是我' }).click();
  await page.getByText('请再点一次刚才的按钮').waitFor();
  await page.locator('form button[type=submit]').click();
  await expect.poll(async () => (await portal.town.client.get('/api/cases/{id}', { id })).case.status).toBe('granted');

  await visit.open('/account');
  await page.locator('main').getByText('用通行密钥登录').first().waitFor();
  await page.getByRole('button', { name: '改名' }).click();
  await typeCanaryAt(visit, '[id^=rename-]');
  await passkeySection(visit).locator('.row input').fill('值班室电脑');
  await page.getByRole('button', { name: '保存' }).click();
  await passkeySection(visit).getByText('值班室电脑').first().waitFor();
  await page.getByRole('button', { name: '删去', exact: true }).click();
  await page.getByRole('button', { name: '确定删去' }).click();
  await page.getByText('这是您最后一把通行密钥').waitFor();
  found.push(...(await visit.look('passkey-last')));

  // A reader that does not know who touches it opens nothing.
  await signOut(visit);
  await reader.cdp.send('WebAuthn.setUserVerified', { authenticatorId: reader.id, isUserVerified: false });
  await visit.open('/sign-in');
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  await page.getByText('没有完成：设备没有确认').waitFor();
  found.push(...(await visit.look('passkey-refused', 360)));
  // Nor does one that was wiped.
  await reader.cdp.send('WebAuthn.setUserVerified', { authenticatorId: reader.id, isUserVerified: true });
  const { credentials } = await reader.cdp.send('WebAuthn.getCredentials', { authenticatorId: reader.id });
  expect(credentials).toHaveLength(1);
  await reader.cdp.send('WebAuthn.clearCredentials', { authenticatorId: reader.id });
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  await page.getByText('没有完成：设备没有确认').waitFor();
  // A copy of the key whose count stands still is a copy.
  const [credential] = credentials;
  if (credential === undefined) throw new Error('no credential');
  const copy = { ...credential, signCount: 0 };
  await reader.cdp.send('WebAuthn.addCredential', { authenticatorId: reader.id, credential: copy });
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  await page.getByText('可能被人复制').waitFor();
  expect([...found, ...visit.problems]).toEqual([]);
}, 120_000);

test('somebody who was disabled is a stranger here and at the department within five seconds', async () => {
  const visit = await portal.visit(360);
  const { page } = visit;
  await fingerprintReader(page);
  await signInWith(visit, 'wang', 2);
  await visit.open('/account');
  await addPasskey(visit, '我的手机');
  await page.getByText('已添加').waitFor();
  const [own] = await page.evaluate(async () => (await (await fetch('/api/sessions')).json()).sessions);
  const { endpoint, token } = await page.evaluate(() => JSON.parse(sessionStorage.getItem('minglu.session') ?? '{}'));
  const atDepartment = async (): Promise<number> => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${endpoint}/session/extend`, { method: 'POST', headers, body: JSON.stringify({ token }) }))
      .status;
  };
  expect(await atDepartment()).toBe(200);
  const founder = signerFromSecret('ES256', portal.town.secrets.founder);
  const { client } = await signIn(portal.town.client, founder, { embedKey: false });
  await client.post('/api/accounts/disable', { account: own.account, reason: 'lost' });
  const since = Date.now();
  await page.getByText('登录已经结束').waitFor({ timeout: 6_000 });
  await expect.poll(atDepartment, { timeout: 6_000 }).toBe(401);
  expect(Date.now() - since).toBeLessThan(6_000);
  // No way in: by passkey, or by the provider.
  await visit.open('/sign-in');
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  await page.getByText('这个账户已被停用').waitFor();
  expect(await visit.look('account-disabled')).toEqual([]);
  expect(visit.problems).toEqual([]);
}, 90_000);
