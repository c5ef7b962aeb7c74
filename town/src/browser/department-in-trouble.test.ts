import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import { fillForm, send, shop, signInAs } from './walk.ts';

let here: PortalTown;
beforeAll(async () => {
  here = await openPortalTown();
}, 120_000);
afterAll(() => here?.close());

test('a slow department is called slow, with the seconds, and the case then goes through', async () => {
  const visit = await here.visit(360);
  await signInAs(visit, '王秀英');
  await fillForm(visit, shop);
  here.town.department('public-security').setDelay(5_000);
  await send(visit);
  await visit.page.getByText(/公安厅.*回应较慢，已等 \d+ 秒/).waitFor();
  expect(await visit.look('submit-slow')).toEqual([]);
  await visit.page.waitForURL(/\/cases\/[\w-]{22}$/);
  here.town.department('public-security').setDelay(0);
  expect(visit.problems).toEqual([]);
  await visit.close();
}, 60_000);

test('a dead department is named, nothing is lost, and trying again after it is back goes through', async () => {
  const visit = await here.visit(360);
  const { page } = visit;
  await signInAs(visit, '陈建国');
  await fillForm(visit, { ...shop, tradeName: '建国书店', search: '书店' });
  await here.town.kill('public-security');
  await send(visit);
  await page.getByText('联系不上对方的服务器').waitFor();
  await page.getByText('您填写的内容没有丢失').waitFor();
  expect(await visit.look('submit-dead')).toEqual([]);
  await here.town.revive('public-security');
  await visit.open('/apply/individual-business');
  await page.getByText('建国书店').waitFor();
  // A department that was restarted has forgotten who was signed in; the draft has not.
  await signInAs(visit, '陈建国');
  await visit.open('/apply/individual-business/check');
  await send(visit);
  await page.waitForURL(/\/cases\/[\w-]{22}$/);
  await page.getByRole('heading', { level: 1, name: /建国书店.*准予登记/ }).waitFor();
  await visit.close();
}, 60_000);
