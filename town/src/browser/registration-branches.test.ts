import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { apply, next, send, shop, signInAs } from './walk.ts';

let here: PortalTown;
let officer: Visit;
beforeAll(async () => {
  here = await openPortalTown();
  officer = await here.visit(1280);
  await signInAs(officer, '李登记');
}, 120_000);
afterAll(() => here?.close());

const ordinary = { service: 'individual-business', scope: ['5243'], region: shop.region };
const found: string[] = [];

/** Applies without a browser; what is decided about it is decided in one. */
async function filed(person: string, tradeName: string, more: object = {}): Promise<string> {
  const { id } = await here.town.citizen(person).applyFor({ ...ordinary, tradeName, operator: '某人', ...more });
  return id;
}

/** 秒批, and no 联系方式. */
async function choosePath(citizen: Visit): Promise<void> {
  await citizen.page.locator('#answer-path').check();
  await next(citizen);
  await citizen.page.waitForURL(/\/contact$/);
  await citizen.page.locator('#contact-phone').waitFor();
  await next(citizen);
}

interface Look {
  /** Stands on the officer's page before anything is decided. */
  readonly sees: RegExp;
  readonly picture?: string;
}

async function openCase(id: string, { sees, picture }: Look): Promise<void> {
  await officer.open(`/officer/cases/${id}`);
  await officer.page.locator('main', { hasText: sees }).waitFor();
  if (picture !== undefined) found.push(...(await officer.look(picture)));
}

async function grant(id: string, look: Look): Promise<void> {
  await openCase(id, look);
  await officer.page.getByRole('radio', { name: /准予登记/ }).check();
  await officer.page.getByRole('button', { name: '签名并决定' }).click();
  await officer.page.getByRole('link', { name: /^执照/ }).waitFor();
}

/** 一次性告知, with the point of the list that this branch is about. */
async function giveBack(id: string, point: RegExp, look: Look): Promise<void> {
  await openCase(id, look);
  await officer.page.getByRole('radio', { name: /一次性告知补正/ }).check();
  await officer.page.getByRole('checkbox', { name: point }).check();
  await officer.page.getByRole('textbox', { name: '说明' }).fill('请按所列事项办理。');
  await officer.page.getByRole('button', { name: '签名并决定' }).click();
  await officer.page.getByText('已退回补正').first().waitFor();
}

async function refuse(id: string, reason: RegExp, look: Look): Promise<void> {
  await openCase(id, look);
  await officer.page.locator('#decision-refuse').check();
  await officer.page.getByText(reason).first().click();
  await officer.page.locator('#reason-words').fill('依法不予登记，理由如上。');
  await officer.page.getByRole('button', { name: '签名并决定' }).click();
  await officer.page.locator('.tag', { hasText: '不予登记' }).first().waitFor();
}

test('a family registers a tea shop without a name at once, hears of the food permit, and replaces the licence it lost', async () => {
  const citizen = await here.visit(360);
  const { page } = citizen;
  await signInAs(citizen, '王秀英');
  await citizen.open('/apply/individual-business/name');
  await page.locator('#answer-name-less').check();
  found.push(...(await citizen.look('apply-nameless')));
  await next(citizen);
  await page.locator('#answer-scope').fill('奶茶店');
  await page.getByRole('checkbox').first().check();
  await next(citizen);
  await page.locator('#answer-region').selectOption(shop.region);
  await next(citizen);
  await page.locator('#answer-place').check();
  await page.locator('#answer-place').fill('示范路1号');
  await next(citizen);
  await page.locator('#answer-premises').waitFor();
  await next(citizen);
  await page.locator('#answer-composition-family').check();
  await next(citizen);
  await page.getByRole('link', { name: /请填写参加经营的家庭成员/ }).waitFor();
  await page.locator('#answer-composition').fill('王大明\n李小红');
  found.push(...(await citizen.look('apply-family')));
  await next(citizen);
  await next(citizen);
  await choosePath(citizen);
  await page.waitForURL(/\/check$/);
  found.push(...(await citizen.look('apply-check-family')));
  await send(citizen);
  await page.locator('.licence').waitFor();
  const text = (await page.locator('main').textContent()) ?? '';
  for (const words of ['未使用名称', '家庭经营', '示范路1号', '经营场所信息能共享获取', '食品经营许可'])
    expect(text).toContain(words);
  expect(text).not.toContain('王大明');
  expect(await page.getByRole('link', { name: '查看办事指南' }).getAttribute('href')).toBe('/matters/food-permit');
  await page.getByRole('button', { name: /遗失或者毁坏/ }).click();
  found.push(...(await citizen.look('licence-replace')));
  await page.getByRole('button', { name: '遗失了，补领' }).click();
  await page.getByText('第 2 份；此前各份已声明作废').waitFor();
  found.push(...(await citizen.look('licence-replaced')));
  const number = (await page.locator('.licence .mono').first().textContent()) ?? '';
  await citizen.open(`/verify/${number}`);
  await page.getByText('第 2 份；此前各份已声明作废').waitFor();
  expect([...found, ...citizen.problems]).toEqual([]);
  await citizen.close();
}, 120_000);

test('who applies: sixteen on their own labour, Hong Kong and Macau, Taiwan, a foreign national, a dispute in court', async () => {
  await grant(await filed('sun', '十七岁花店'), { sees: /年满十六周岁/, picture: 'officer-sixteen' });
  await grant(await filed('ho', '香江书屋'), { sees: /港澳永久性居民中的中国公民/ });
  await grant(await filed('lin', '宝岛书屋'), { sees: /台湾地区居民/ });
  const foreign = await filed('novak', '外国书屋');
  await giveBack(foreign, /外国人不能登记为个体工商户/, { sees: /申请人是内地居民.*需要工作人员核对/ });
  const dispute = await filed('zhao', '争议书屋');
  await giveBack(dispute, /诉讼或者仲裁/, { sees: /实名/ });
  expect([...found, ...officer.problems]).toEqual([]);
}, 90_000);

test('whoever answers for a false registration is refused within three years, and is told where to ask for reconsideration', async () => {
  const citizen = await here.visit(360);
  await signInAs(citizen, '钱守信');
  const id = await apply(citizen, { ...shop, tradeName: '守信书店', search: '书店' });
  await refuse(id, /三年内不得再次申请$/, { sees: /不在三年内不得申请登记的期限内.*需要工作人员核对/ });
  await citizen.open(`/cases/${id}`);
  await citizen.page.getByRole('link', { name: /60 日内可以申请行政复议/ }).click();
  await citizen.page.getByRole('heading', { level: 1, name: '申请行政复议' }).waitFor();
  const text = (await citizen.page.locator('main').textContent()) ?? '';
  for (const words of ['人民政府（演示）', '还有 60 日', '申请人：钱守信', id]) expect(text).toContain(words);
  found.push(...(await citizen.look('reconsideration')));
  expect([...found, ...citizen.problems, ...officer.problems]).toEqual([]);
  await citizen.close();
}, 90_000);

test('names: one with words it may not have, one that is taken, and one that is free in its place', async () => {
  await filed('chen', '清泉书屋');
  await giveBack(await filed('wang', '中国清泉书屋'), /名称需要更换/, {
    sees: /名称不含需要人工核对的字词.*需要工作人员核对/,
  });
  await giveBack(await filed('wang', '清泉书屋'), /名称需要更换/, { sees: /名称在本区、县没有被登记/ });
  const citizen = await here.visit(1280);
  const { page } = citizen;
  await signInAs(citizen, '王秀英');
  await citizen.open('/apply/individual-business/name');
  await page.locator('#answer-name').fill('清泉书屋');
  await next(citizen);
  await page.locator('#answer-scope').fill('书店');
  await page.getByRole('checkbox').first().check();
  await page.getByText('按国民经济行业分类逐级查找').click();
  for (const line of ['F 批发和零售业', '52 零售业', '528 五金、家具及室内装饰材料专门零售'])
    await page.getByRole('button', { name: line }).click();
  await page.getByRole('checkbox', { name: /木质装饰材料零售/ }).check();
  found.push(...(await citizen.look('apply-scope-browse')));
  await next(citizen);
  await page.locator('#answer-region').selectOption(shop.region);
  await next(citizen);
  await page.locator('#answer-place').waitFor();
  await page.getByRole('radio', { name: /只在电子商务平台内经营/ }).check();
  await page.locator('#answer-place').fill('某平台 清泉书屋');
  found.push(...(await citizen.look('apply-platform')));
  await next(citizen);
  await page.locator('#answer-premises').waitFor();
  await next(citizen);
  await page.locator('#answer-composition').check();
  await next(citizen);
  await page.locator('#answer-operator').waitFor();
  await next(citizen);
  await choosePath(citizen);
  await page.getByText('“清泉书屋”在本区、县已经被登记').waitFor();
  found.push(...(await citizen.look('apply-name-taken')));
  await page.getByRole('button', { name: '王记清泉书屋' }).click();
  await page.getByText('“清泉书屋”在本区、县已经被登记').waitFor({ state: 'detached' });
  await send(citizen);
  await page.getByRole('heading', { level: 1, name: /王记清泉书屋/ }).waitFor();
  const id = page.url().split('/').pop() ?? '';
  // Premises on a platform are for a person, who registers them; the activity found by the tree is in the catalogue.
  await grant(id, {
    sees: /只在电子商务平台内经营.*经营项目在登记机关公布的目录中 — 符合.*经营场所信息能共享获取.*需要工作人员核对/,
  });
  expect([...found, ...citizen.problems, ...officer.problems]).toEqual([]);
  await citizen.close();
}, 120_000);

test('activities that need an approval first: in force, missing, stale; and one that is closed to individuals', async () => {
  const citizen = await here.visit(360);
  const { page } = citizen;
  await signInAs(citizen, '陈建国');
  await citizen.open('/apply/individual-business/name');
  await page.locator('#answer-name').fill('建国快递');
  await next(citizen);
  await page.locator('#answer-scope').fill('快递');
  await page.getByRole('checkbox').first().check();
  const today = new Date().toISOString().slice(0, 10);
  await page.getByLabel('批准文件文号').fill('云邮许〔2026〕1号');
  await page.getByLabel('批准日期').fill('2020-01-01');
  await page.getByText('这份批准文件看起来已过有效期').waitFor();
  await page.getByLabel('批准日期').fill(today);
  found.push(...(await citizen.look('apply-approval')));
  await next(citizen);
  await page.locator('#answer-region').selectOption(shop.region);
  await next(citizen);
  await page.locator('#answer-place').check();
  await page.locator('#answer-place').fill('示范路2号');
  await next(citizen);
  await page.locator('#answer-premises').waitFor();
  await next(citizen);
  await page.locator('#answer-composition').check();
  await next(citizen);
  await page.locator('#answer-operator').waitFor();
  await next(citizen);
  await choosePath(citizen);
  await page.waitForURL(/\/check$/);
  await send(citizen);
  await page.getByRole('heading', { level: 1, name: /已转工作人员办理/ }).waitFor();
  await grant(page.url().split('/').pop() ?? '', { sees: /云邮许〔2026〕1号/, picture: 'officer-approval' });
  const courier = { scope: ['6020'] };
  await giveBack(await filed('chen', '无证快递', courier), /未提交登记前须经批准/, { sees: /填写批准文件.*没有收到/ });
  const stale = { ...courier, approvals: [{ item: '6020', number: '云邮许〔2025〕9号', date: '2025-01-01' }] };
  await giveBack(await filed('chen', '过期快递', stale), /已过有效期/, { sees: /填写批准文件.*需要工作人员核对/ });
  await refuse(await filed('chen', '建国银行铺', { scope: ['6621'] }), /经营范围不符合法律/, {
    sees: /可以由个体工商户经营.*需要工作人员核对/,
  });
  expect([...found, ...citizen.problems, ...officer.problems]).toEqual([]);
  await citizen.close();
}, 120_000);
