import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import { apply, openSealed, shop, signInAs } from './walk.ts';

let here: PortalTown;
beforeAll(async () => {
  here = await openPortalTown();
}, 120_000);
afterAll(() => here?.close());

for (const width of [1280, 360] as const) {
  test(`an officer opens, decides and suspends, and the public page says 已中止, at ${width}`, async () => {
    const name = width === 360 ? '小明修车铺' : '小明修车行';
    const citizen = await here.visit(width);
    const found: string[] = [];
    await signInAs(citizen, '赵小明');
    const id = await apply(citizen, { ...shop, tradeName: name, search: '修车' });
    await citizen.page.getByRole('heading', { level: 1, name: /已转工作人员办理/ }).waitFor();
    found.push(...(await citizen.look('case-pending')));

    const officer = await here.visit(width);
    const { page } = officer;
    await signInAs(officer, '李登记');
    await page.getByRole('link', { name: name }).waitFor();
    found.push(...(await officer.look('queue')));
    await page.getByRole('link', { name: name }).click();
    await openSealed(officer, '在本部门打开 经营者姓名');
    await page.getByText('赵小明').waitFor();
    await page.locator('#decision-refuse').check();
    await page.getByRole('button', { name: '签名并决定' }).click();
    await page.getByText('请选择不予登记的理由').first().waitFor();
    found.push(...(await officer.look('officer-case')));
    await page.locator('#decision').check();
    await page.getByRole('button', { name: '签名并决定' }).click();
    await page.locator('a[href^="/officer/licences/"]').click();
    await page.locator('#deed').check();
    await page.locator('#deed-reason').check();
    await page.locator('#deed-days').fill('2');
    found.push(...(await officer.look('officer-licence')));
    await page.getByRole('button', { name: /签名并执行/ }).click();
    await page.locator('.verdict-word', { hasText: '已中止' }).waitFor();

    await citizen.page.getByRole('heading', { level: 1, name: /准予登记/ }).waitFor();
    await citizen.page.locator('.licence').waitFor();
    const number = page.url().split('/').pop();
    await citizen.open(`/verify/${number}`);
    await citizen.page.locator('.verdict-word', { hasText: '已中止' }).waitFor();
    found.push(...(await citizen.look('verify-suspended')));
    expect([...found, ...citizen.problems, ...officer.problems]).toEqual([]);
    expect(id).toHaveLength(22);
    await citizen.close();
    await officer.close();
  }, 90_000);
}

test('a refusal needs a reason and words, and the applicant reads the reason', async () => {
  const citizen = await here.visit(1280);
  await signInAs(citizen, '孙甜甜');
  await apply(citizen, { ...shop, tradeName: '甜甜奶茶' });
  const officer = await here.visit(1280);
  await signInAs(officer, '周审核');
  await officer.page.getByRole('link', { name: '甜甜奶茶' }).click();
  await officer.page.locator('#decision-refuse').check();
  await officer.page.getByText('申请人不具备完全民事行为能力').click();
  await officer.page.locator('#reason-words').fill('未满十八周岁，且未见以自己的劳动收入为主要生活来源的证明。');
  await officer.page.getByRole('button', { name: '签名并决定' }).click();
  await officer.page.locator('.tag', { hasText: '不予登记' }).waitFor();
  await citizen.page.getByRole('heading', { level: 1, name: /不予登记/ }).waitFor();
  await citizen.page.getByText('申请人不具备完全民事行为能力').waitFor();
  expect([...(await citizen.look('case-refused')), ...citizen.problems, ...officer.problems]).toEqual([]);
  await citizen.close();
  await officer.close();
}, 60_000);

test('a citizen is shown no queue, and the address of an officer page only leads to sign-in', async () => {
  const citizen = await here.visit(1280);
  await signInAs(citizen, '陈建国');
  await citizen.open('/officer');
  await citizen.page.getByText('这一页供工作人员使用').waitFor();
  expect(await citizen.page.getByRole('link', { name: '工作台' }).count()).toBe(0);
  await citizen.close();
});

test('the neighbour district’s officer who has the link sees what anybody sees, and has nothing to press', async () => {
  const { id } = await here.town.citizen('zhao').applyFor({
    service: 'individual-business',
    ...{ tradeName: '东湖小明鞋铺', scope: ['8192'], region: shop.region, operator: '赵小明' },
  });
  const officer = await here.visit(360);
  await signInAs(officer, '何登记');
  await officer.page.locator('h1').waitFor();
  expect(await officer.page.getByText('东湖小明鞋铺').count()).toBe(0);
  await officer.open(`/officer/cases/${id}`);
  await officer.page.getByText('这件由东湖区市场监督管理局（演示）办理').waitFor();
  const found = await officer.look('neighbours-case');
  expect(await officer.page.getByText('赵小明').count()).toBe(0);
  // Nothing of the case: what there is asks for the right, or answers for an emergency.
  const buttons = await officer.page.locator('main button').allTextContents();
  expect([await officer.page.locator('main form').count(), buttons]).toEqual([0, ['申请这项权限', '我需要应急访问']]);
  expect([...found, ...officer.problems]).toEqual([]);
  await officer.close();
}, 60_000);
