import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';

let here: PortalTown;
beforeAll(async () => {
  here = await openPortalTown();
}, 120_000);
afterAll(() => here?.close());

test('a process that was killed is shown with its death and what to do, and as running again when it is back', async () => {
  const visit = await here.visit(1280);
  const { page } = visit;
  await visit.open('/history');
  await page.getByRole('link', { name: '各机关的进程现在怎样' }).click();
  await page.getByText(/\d+ 个进程都在运行/).waitFor();
  expect(await visit.look('city-well')).toEqual([]);
  await here.town.kill('public-security');
  await page.getByText(/个进程中有 1 个不正常/).waitFor();
  const card = page.getByRole('listitem').filter({ hasText: '公安厅' });
  await card.getByText('停了，正在重启').waitFor();
  await card.getByText('被信号 SIGKILL 结束').waitFor();
  await card.getByText('它会自动重启').waitFor();
  expect(await visit.look('city-killed')).toEqual([]);
  const phone = await here.visit(360, 'en');
  await phone.open('/city');
  await phone.page.getByText('Down, restarting').waitFor();
  expect(await phone.look('city-killed-phone')).toEqual([]);
  await here.town.revive('public-security');
  await page.getByText(/\d+ 个进程都在运行/).waitFor();
  await card.getByText('运行中').waitFor();
  expect(visit.problems).toEqual([]);
  await phone.close();
  await visit.close();
}, 60_000);
