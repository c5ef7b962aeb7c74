import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import { signInAs } from './walk.ts';

let portal: PortalTown;
beforeAll(async () => {
  portal = await openPortalTown({ administrators: true });
}, 120_000);
afterAll(() => portal?.close());

test('a security administrator disables an officer, who is out at once, and restores them', async () => {
  const found: string[] = [];
  const officer = await portal.visit(1280);
  await signInAs(officer, '李登记');
  await officer.open('/officer/keys');
  const mark = (await officer.page.locator('main code').first().textContent()) ?? '';
  expect(mark).toMatch(/^[\w-]{12}$/);

  const keeper = await portal.visit(1280);
  const { page } = keeper;
  await signInAs(keeper, '白安全');
  await keeper.open('/officer/rights');
  await page.getByRole('link', { name: '账户停用与恢复' }).click();
  await page.getByRole('button', { name: '查找' }).click();
  await page.locator('.error-summary').waitFor();
  found.push(...(await keeper.look('accounts-asked', 360)), ...(await keeper.look('accounts-asked', 1280)));
  await page.locator('#accounts-organisation').selectOption('market-regulation');
  await page.getByRole('button', { name: '查找' }).click();
  const row = page.locator('.right-item', { hasText: mark });
  await row.getByText('1 处登录着').click();
  await row.getByRole('button', { name: '停用……' }).click();
  await row.getByRole('button', { name: '立即停用' }).click();
  await row.locator('.error-summary').waitFor();
  found.push(...(await keeper.look('accounts-disabling', 360)), ...(await keeper.look('accounts-disabling', 1280)));
  await row.locator('select').selectOption('stolen');
  await row.getByRole('button', { name: '立即停用' }).click();
  await page.getByText('已停用，结束了 1 处登录').waitFor();
  await row.getByText('可能被他人使用').waitFor();
  found.push(...(await keeper.look('accounts-disabled', 360)), ...(await keeper.look('accounts-disabled', 1280)));
  // What was open is over, and the key opens nothing new; who was signed in by a provider is told unasked (passkeys.test.ts).
  await officer.open('/officer');
  await officer.page.getByText('这个账户已被停用').waitFor();
  found.push(...(await officer.look('accounts-kept-out', 360)));

  await row.getByRole('button', { name: '恢复……' }).click();
  await row.getByRole('button', { name: '恢复登录' }).click();
  await page.getByText('已恢复，可以重新登录').waitFor();
  await officer.open('/officer/keys');
  await officer.page.getByText('凭它担任').waitFor();
  // The trail has who, whom, and why.
  const auditor = await portal.visit(1280, 'en');
  await signInAs(auditor, '沈审计');
  await auditor.open('/auditor');
  await auditor.page.getByText('Disabled an account').first().waitFor();
  await auditor.close();

  // Nobody but administrators finds anybody.
  await officer.open('/officer/accounts?organisation=tax');
  await officer.page.locator('main [role=alert]').waitFor();
  expect([...found, ...officer.problems, ...keeper.problems]).toEqual([]);
}, 120_000);
