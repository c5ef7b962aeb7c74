import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallShop } from '../stories/small-shop.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import { signInAs } from './walk.ts';

const DAY_MS = 86_400_000;

let here: PortalTown;
beforeAll(async () => {
  // The town's time is moved up to the machine's, which browsers go by.
  here = await openPortalTown({ clock: 'moved', time: Date.now() - 12 * DAY_MS });
}, 120_000);
afterAll(() => here?.close());

test('past the statutory time a case is red and first, and nothing is decided by itself', async () => {
  const { town } = here;
  const { id } = await town.citizen('chen').applyFor({ ...smallShop('建国旧书摊'), manual: true });
  await town.advance(Date.now() - town.nowMs());
  const fresh = await town.citizen('wang').applyFor({ ...smallShop('秀英新书屋'), manual: true });
  const found: string[] = [];
  for (const width of [1280, 360] as const) {
    const officer = await here.visit(width);
    await signInAs(officer, '李登记');
    const { page } = officer;
    await page.getByRole('link', { name: '建国旧书摊' }).waitFor();
    const rows = await page.locator('[data-case]').evaluateAll((links) => links.map((link) => link.dataset.case));
    expect(rows).toEqual([id, fresh.id]);
    expect(await page.locator('.desk-row').first().textContent()).toContain('红灯：已超时');
    await page.locator('#desk-lamp-red').click();
    await page.waitForURL(/lamp=red/);
    await page.getByText('1 件，最急的在前').waitFor();
    expect(await page.locator('[data-case]').count()).toBe(1);
    found.push(...(await officer.look('desk-overdue')));
    await page.getByRole('link', { name: '建国旧书摊' }).click();
    await page.getByText('已超过法定时限').first().waitFor();
    await page.getByRole('button', { name: '由我办理' }).waitFor();
    found.push(...(await officer.look('officer-case-overdue')), ...officer.problems);
    await officer.close();
  }
  const { value } = await town.client.get('/api/state', { key: `case/${id}` });
  expect(JSON.parse(value ?? '{}')).toMatchObject({ status: 'pending', late: true });
  expect(found).toEqual([]);
}, 120_000);
