import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallShop } from '../stories/small-shop.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import { signInAs } from './walk.ts';

let portal: PortalTown;
beforeAll(async () => {
  portal = await openPortalTown();
}, 120_000);
afterAll(() => portal?.close());

test('an officer changes their key and decides with the new one; an administrator replaces a lost one', async () => {
  const found: string[] = [];
  const { town } = portal;
  const { id } = await town.citizen('chen').applyFor({ ...smallShop('换钥小店'), manual: true });
  const officer = await portal.visit(1280);
  const { page } = officer;
  await signInAs(officer, '李登记');
  await officer.open(`/officer/cases/${id}`);
  await page.getByRole('button', { name: '由我办理' }).click();
  await officer.open('/officer/keys');
  await page.getByText('凭它担任').waitFor();
  found.push(...(await officer.look('officer-keys')), ...(await officer.look('officer-keys', 360)));
  await page.getByRole('button', { name: '更换密钥' }).click();
  await page.getByRole('button', { name: '确定更换' }).click();
  await page.getByText('今后用新密钥签名').waitFor();
  await page.getByText('以前的密钥').waitFor();
  found.push(
    ...(await officer.look('officer-keys-rotated', 360)),
    ...(await officer.look('officer-keys-rotated', 1280)),
  );
  // The case is still theirs, and the new key decides it.
  await officer.open(`/officer/cases/${id}`);
  await page.locator('#decision').check();
  await page.locator('form button[type=submit]').click();
  await expect.poll(async () => (await town.client.get('/api/cases/{id}', { id })).case.status).toBe('granted');

  const administrator = await portal.visit(1280);
  await signInAs(administrator, '吴主任');
  await administrator.open('/officer/keys');
  await administrator.page.getByRole('button', { name: '停用并换新' }).click();
  await administrator.page.getByText('请选择是谁的密钥').first().waitFor();
  found.push(...(await administrator.look('replace-key')), ...(await administrator.look('replace-key', 360)));
  await administrator.page.locator('#replace-who').selectOption({ label: '李登记' });
  await administrator.page.locator('#replace-seen').check();
  await administrator.page.getByRole('button', { name: '停用并换新' }).click();
  await administrator.page.getByText('李登记的密钥已换新').waitFor();
  found.push(...(await administrator.look('replaced-key', 360)));
  // The lost key's browser is out within five seconds; signed in anew, the officer has the same roles.
  await officer.open('/officer');
  await signInAs(officer, '李登记');
  await officer.open('/officer/keys');
  await expect.poll(() => page.locator('main').textContent()).toContain('登记人员');
  expect([...found, ...officer.problems, ...administrator.problems]).toEqual([]);
}, 120_000);
