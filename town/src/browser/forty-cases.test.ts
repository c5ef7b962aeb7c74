import { type JsonObject, signerFromSecret } from '@minglu/protocol';
import { submit } from '@minglu/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallShop } from '../stories/small-shop.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { signInAs } from './walk.ts';

const DAY_MS = 86_400_000;
const CASES = 42;
const PEOPLE = ['wang', 'chen', 'zhao'] as const;

let here: PortalTown;
beforeAll(async () => {
  // Filed over three days, of which the last is the machine's, by which the browsers go.
  here = await openPortalTown({ clock: 'moved', time: Date.now() - 2 * DAY_MS });
  for (let day = 0; day < 3; day += 1) {
    const filing = Array.from({ length: CASES / 3 }, (_, at) =>
      here.town.citizen(PEOPLE[at % PEOPLE.length] ?? 'wang').applyFor({ ...smallShop(), manual: true }),
    );
    await Promise.all(filing);
    await here.town.advance(day < 2 ? DAY_MS : Math.max(0, Date.now() - here.town.nowMs()));
  }
}, 180_000);
afterAll(() => here?.close());

const found: string[] = [];

async function signedIn(name: string, width: 360 | 1280): Promise<Visit> {
  const visit = await here.visit(width);
  await signInAs(visit, name);
  return visit;
}

async function until({ page }: Visit, key: string, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${selector} is not reached by ${key}`);
}

test('somebody stands in for the head for a time, and it is read who, for whom, until when, and when it ended', async () => {
  const admin = await signedIn('吴主任', 1280);
  const { page } = admin;
  await page.getByText('您现在没有办件的角色').waitFor();
  found.push(...(await admin.look('desk-no-role')));
  await admin.open('/officer/stand-in');
  await page.getByText('现在没有人代班').waitFor();
  await page.getByRole('button', { name: '签名并安排' }).click();
  await page.getByText('请选择谁来代班').first().waitFor();
  found.push(...(await admin.look('stand-in-missing')));
  await page.locator('#stand-in-role').selectOption('head');
  await page.locator('#stand-in-away').selectOption({ label: '郑局长' });
  await page.locator('#stand-in-who').selectOption({ label: '李登记' });
  await page.locator('#stand-in-day').fill(new Date(here.town.nowMs() + 3 * DAY_MS).toISOString().slice(0, 10));
  await page.getByRole('button', { name: '签名并安排' }).click();
  await page.getByText('李登记 代 郑局长（登记机关负责人）').waitFor();
  await page.getByText('李登记 开始代 郑局长（登记机关负责人）').waitFor();
  found.push(...(await admin.look('stand-in-roles')), ...(await admin.look('stand-in-roles', 360)));

  // What the head may do, the stand-in may: all that is picked goes to a colleague, under the stand-in's own key.
  const officer = await signedIn('李登记', 1280);
  await officer.page.getByText(`${CASES} 件，最急的在前`).waitFor();
  const lamps = await officer.page.locator('.lamp-bar strong').allTextContents();
  const [all, ...each] = lamps.map(Number);
  expect([all, each.reduce((sum, count) => sum + count, 0)]).toEqual([CASES, CASES]);
  found.push(...(await officer.look('desk-forty')), ...(await officer.look('desk-forty', 360)));
  await officer.page.setViewportSize({ width: 1280, height: 860 });
  await until(officer, 'Tab', '[data-case]');
  for (const key of ['x', 'j', 'x', 'j', 'x']) await officer.page.keyboard.press(key);
  await officer.page.getByText('已选 3 件').waitFor();
  found.push(...(await officer.look('desk-picked')), ...(await officer.look('desk-picked', 360)));
  await officer.page.getByRole('button', { name: '由我办理 3 件' }).click();
  await officer.page.getByText('已签名 3 / 3 件').waitFor();
  await officer.open('/officer?view=mine');
  await officer.page.getByText('3 件，最急的在前').waitFor();
  await officer.open('/officer?view=open');
  await officer.page.getByLabel('全选本页').check();
  await officer.page.locator('#pass-on').selectOption({ label: '周审核' });
  await officer.page.getByRole('button', { name: '签名并转交' }).click();
  await officer.page.getByText(`已签名 ${CASES} / ${CASES} 件`).waitFor({ timeout: 40_000 });

  await page.getByRole('button', { name: '签名并收回' }).click();
  await page.getByText('现在没有人代班').waitFor();
  await page.getByText('收回 李登记 的登记机关负责人').waitFor();
  expect([...found, ...admin.problems, ...officer.problems]).toEqual([]);
  await admin.close();
  await officer.close();
}, 150_000);

test('forty cases are walked through with Enter: the most urgent first, one left for later does not come back at once', async () => {
  const officer = await signedIn('周审核', 1280);
  const { page } = officer;
  await officer.open('/officer?view=mine');
  await page.getByText(`${CASES} 件，最急的在前`).waitFor();
  const order = ['red', 'yellow', 'green'];
  const rows = await page.locator('.desk-row').evaluateAll((list) => list.map((row) => row.getAttribute('data-lamp')));
  expect(rows).toEqual(rows.toSorted((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? '')));
  const ids = await page
    .locator('[data-case]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('data-case')));
  await until(officer, 'Tab', '[data-case]');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /先放一放/ }).click();
  await page.waitForURL(new RegExp(`${ids[1]}$`));
  found.push(...(await officer.look('officer-case-walk')));
  for (const next of [ids[2], ids[3]]) {
    await page.locator('#decision').check();
    await page.getByRole('button', { name: '签名并决定' }).click();
    await page.getByRole('link', { name: /下一件/ }).waitFor();
    await until(officer, 'Tab', `a[href="/officer/cases/${next}"]`);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`${next}$`));
  }
  await page.getByRole('link', { name: '待办', exact: true }).click();
  await page.getByText(`${CASES - 2} 件，最急的在前`).waitFor();
  expect([...found, ...officer.problems]).toEqual([]);
  await officer.close();
}, 90_000);

test('a review is answered from its own list, and a closing objected to from its own, each with the way on', async () => {
  const holds = await here.town.citizen('chen').applyFor(smallShop('东湖复核书屋'));
  const closes = await here.town.citizen('wang').applyFor(smallShop('东湖歇手书屋'));
  const byHolder = async ({ secret }: { secret: Uint8Array }, deed: string, body: JsonObject) => {
    const notAfter = here.town.nowMs() + 600_000;
    await submit(
      here.town.client,
      { chain: here.town.chain, deed, body, notAfter, embedKey: true },
      signerFromSecret('ES256', secret),
    );
  };
  await byHolder(holds, 'cases.review', { case: holds.id });
  await byHolder(closes, 'licences.announce-closing', { number: closes.licence ?? '', debts: 'none' });
  const officer = await signedIn('李登记', 1280);
  const { page } = officer;
  await page.getByRole('link', { name: /^待复核/ }).click();
  await page.getByText('1 件，最急的在前').waitFor();
  expect(await page.locator('.desk-filters').count()).toBe(1);
  await page.getByRole('link', { name: '待复核 1' }).waitFor();
  found.push(...(await officer.look('desk-reviews')), ...(await officer.look('desk-reviews', 360)));
  await page.getByRole('link', { name: '东湖复核书屋' }).click();
  await page.getByRole('radio', { name: '已改正' }).check();
  await page.getByRole('textbox', { name: '说明' }).fill('经营范围的一项已经改正。');
  await page.getByRole('button', { name: '签名并答复' }).click();
  await page.getByRole('link', { name: /没有下一件了/ }).click();
  await page.getByText('没有等待复核的').waitFor();
  found.push(...(await officer.look('desk-reviews-none')));
  await page.getByRole('link', { name: '简易注销公告' }).click();
  await page.getByRole('button', { name: /提出异议.*东湖歇手书屋/ }).click();
  await page.locator('.desk-row select').selectOption({ label: '正在被立案调查' });
  found.push(...(await officer.look('desk-closings')), ...(await officer.look('desk-closings', 360)));
  await page.getByRole('button', { name: '签名并提出' }).click();
  await page.getByText('没有正在进行的简易注销').waitFor();
  const english = await here.visit(1280, 'en');
  await signInAs(english, '吴主任');
  await english.open('/officer/stand-in');
  await english.page.getByText('Nobody stands in for anybody now').waitFor();
  found.push(...(await english.look('stand-in-roles')));
  await signInAs(english, '李登记');
  await english.open('/officer?view=open');
  await english.page.locator('#desk-lamp-green').click();
  await english.page.waitForURL(/lamp=green/);
  expect(await english.page.evaluate(() => document.activeElement?.id)).toBe('desk-lamp-green');
  found.push(...(await english.look('desk-forty')), ...(await english.look('desk-forty', 360)));
  await english.close();
  expect([...found, ...officer.problems]).toEqual([]);
  await officer.close();
}, 90_000);
