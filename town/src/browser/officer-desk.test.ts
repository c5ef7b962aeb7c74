import { DEPARTMENTS } from '@minglu/city';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallShop } from '../stories/small-shop.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { apply, openSealed, shop, signInAs } from './walk.ts';

let here: PortalTown;
beforeAll(async () => {
  here = await openPortalTown();
}, 120_000);
afterAll(() => here?.close());

const found: string[] = [];

async function signedIn(name: string, width: 360 | 1280, language?: 'en'): Promise<Visit> {
  const visit = await here.visit(width, language);
  await signInAs(visit, name);
  return visit;
}

function idNumberOf(person: string): string {
  const police = DEPARTMENTS.find(({ id }) => id === 'public-security');
  return police?.seed(here.town.nowMs()).find(({ id }) => id === person)?.idNumber ?? '';
}

/** Presses a key until the focus is where it is wanted. */
async function until({ page }: Visit, key: string, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${selector} is not reached by ${key}`);
}

test('who chose an officer is decided by one, from the desk to the next case, with the keyboard alone', async () => {
  const citizen = await signedIn('王秀英', 360);
  await apply(citizen, { ...shop, tradeName: '秀英书画社', search: '书店', byPerson: true });
  await citizen.page.getByRole('heading', { level: 1, name: /已转工作人员办理/ }).waitFor();
  const second = await here.town.citizen('chen').applyFor({ ...smallShop(), manual: true });
  const officer = await signedIn('李登记', 1280);
  const { page } = officer;
  await page.getByRole('link', { name: '秀英书画社' }).waitFor();
  found.push(...(await officer.look('desk')));
  await until(officer, 'Tab', '[data-case]');
  await page.keyboard.press('j');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-case'))).toBe(second.id);
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /秀英书画社/ }).waitFor();
  await until(officer, 'Tab', '#decision');
  await page.keyboard.press('Space');
  await until(officer, 'Tab', 'button[type=submit]');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /下一件/ }).waitFor();
  await until(officer, 'Tab', 'a[href*="/officer/cases/"]:not([href*="/documents/"])');
  found.push(...(await officer.look('officer-next-case')));
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(second.id));
  await page.goBack();
  await officer.open('/officer?view=decided');
  await page.getByRole('link', { name: '秀英书画社' }).waitFor();
  found.push(...(await officer.look('desk-decided')));
  // The state keeps no body of a decided case: the name comes from the licence.
  await page.getByRole('link', { name: '秀英书画社' }).click();
  await page.getByRole('heading', { level: 1, name: '“秀英书画社”的申请' }).waitFor();
  expect([...found, ...citizen.problems, ...officer.problems]).toEqual([]);
  await citizen.close();
  await officer.close();
}, 120_000);

test('a case is taken, given back, handed over by name, and passed on whole when somebody is away', async () => {
  const [one, two] = await Promise.all(
    [0, 1].map(() => here.town.citizen('chen').applyFor({ ...smallShop(), manual: true })),
  );
  const officer = await signedIn('李登记', 1280);
  const { page } = officer;
  await officer.open(`/officer/cases/${one?.id}`);
  await page.getByRole('button', { name: '由我办理' }).click();
  await page.getByRole('button', { name: '交回部门' }).click();
  await page.getByRole('button', { name: '由我办理' }).click();
  await page.locator('#pass-on').selectOption({ label: '周审核' });
  found.push(...(await officer.look('officer-case-mine')));
  await page.getByRole('button', { name: '签名并转交' }).click();
  await page.getByText('周审核 正在办理这一件').waitFor();
  await here.town.officer('zhou').act('cases.claim', { case: two?.id ?? '' });
  const head = await signedIn('郑局长', 360);
  await head.open('/officer/stand-in');
  await head.page.locator('#stand-in-for').selectOption({ label: '周审核' });
  await head.page.locator('#pass-on').selectOption({ label: '李登记' });
  await head.page.getByRole('button', { name: '签名并转交' }).click();
  await head.page.getByText('已转交 2 / 2 件').waitFor();
  found.push(...(await head.look('stand-in')));
  await officer.open('/officer?view=mine');
  await page.getByText('2 件，最急的在前').waitFor();
  found.push(...(await officer.look('desk-mine')));
  await head.open('/officer?view=open');
  await head.page.getByText('李登记 办理').first().waitFor();
  found.push(...(await head.look('desk')));
  expect([...found, ...officer.problems, ...head.problems]).toEqual([]);
  await officer.close();
  await head.close();
}, 120_000);

test('a case is found by name and by number at its own office, and by nobody at the neighbour’s', async () => {
  const { id } = await here.town.citizen('sun').applyFor({ ...smallShop('甜甜手工坊'), operator: '孙甜甜' });
  const officer = await signedIn('李登记', 1280, 'en');
  const { page } = officer;
  const search = async (visit: Visit, typed: string) => {
    await visit.page.locator('#name-search').fill(typed);
    await visit.page.locator('.desk-search button[type=submit]').click();
  };
  await page.locator('.desk-search summary').click();
  for (const typed of ['孙 甜甜', idNumberOf('sun').toLowerCase()]) {
    // The department hears of the case a moment later than its own page does.
    await expect
      .poll(
        async () => {
          await search(officer, typed);
          return await page.locator('.desk-search [role=status]').textContent();
        },
        { timeout: 10_000 },
      )
      .toMatch(/^1 /);
    expect(await page.locator(`.desk-search a[href="/officer/cases/${id}"]`).count()).toBe(1);
  }
  found.push(...(await officer.look('name-search')));
  const number = idNumberOf('sun');
  await search(officer, number.slice(0, 17) + (number.endsWith('1') ? '2' : '1'));
  await page.getByText('does not fit its check character').waitFor();
  const neighbour = await signedIn('何登记', 1280);
  await neighbour.page.locator('.desk-search summary').click();
  for (const typed of ['孙甜甜', number]) {
    await search(neighbour, typed);
    await neighbour.page.getByText('本部门没有找到相符的办件').waitFor();
  }
  expect([...found, ...officer.problems, ...neighbour.problems]).toEqual([]);
  await officer.close();
  await neighbour.close();
}, 120_000);

test('a department that is down while an officer opens sealed words is called so, and trying again opens them', async () => {
  const { id } = await here.town.citizen('zhao').applyFor({ ...smallShop('小明修表铺'), operator: '赵小明' });
  const officer = await signedIn('李登记', 360);
  const { page } = officer;
  await officer.open(`/officer/cases/${id}`);
  await page.locator('#decision-refuse').check();
  await page.locator('#reason-words').fill('已写了一半的理由');
  await here.town.kill('market-regulation');
  await openSealed(officer, '在本部门打开 经营者姓名');
  await page.getByText('联系不上对方的服务器').first().waitFor();
  expect(await page.locator('#reason-words').inputValue()).toBe('已写了一半的理由');
  found.push(...(await officer.look('officer-department-down')));
  await here.town.revive('market-regulation');
  await signInAs(officer, '李登记');
  await officer.open(`/officer/cases/${id}`);
  await openSealed(officer, '在本部门打开 经营者姓名');
  await page.getByText('赵小明').first().waitFor();
  expect(found).toEqual([]);
  await officer.close();
}, 120_000);
