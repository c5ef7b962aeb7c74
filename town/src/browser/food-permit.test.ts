import { join, resolve } from 'node:path';
import { ATTESTERS, DEPARTMENTS, OFFICES, shippedServices } from '@minglu/city';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawPhoto } from './a-photo.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { apply, licenceNumber, next, openSealed, send, shop, signInAs } from './walk.ts';

const SERVICES = join(resolve(import.meta.dirname, '..', '..', '..'), 'services');
const PLACE = { organ: 'province-market-regulation', attesters: ATTESTERS, offices: OFFICES };
let here: PortalTown;
beforeAll(async () => {
  here = await openPortalTown({ services: await shippedServices(SERVICES, PLACE) });
}, 120_000);
afterAll(() => here?.close());

const found: string[] = [];

interface Kitchen {
  readonly format: string;
  readonly item: string;
  readonly otherItem?: string;
  readonly look?: (name: string) => Promise<void>;
}

/** From the licence that lies in this browser to the page with all answers. */
async function answerAll(visit: Visit, kitchen: Kitchen): Promise<void> {
  const { page } = visit;
  const look = kitchen.look ?? (async () => undefined);
  await page.locator('#answer-licence-own').check();
  await page.getByText('提交时由这份证照的钥匙出示').waitFor();
  await look('food-licence');
  await next(visit);
  await page.locator('#answer-name').fill(shop.tradeName);
  await next(visit);
  await page.getByRole('radio', { name: kitchen.format }).check();
  await next(visit);
  await page.getByRole('radio', { name: kitchen.item, exact: true }).check();
  if (kitchen.otherItem !== undefined) {
    await next(visit);
    await page.getByRole('alert').getByText('请写明“其他”是什么').waitFor();
    await look('food-other');
    await page.locator('#answer-item-words').fill(kitchen.otherItem);
  }
  await next(visit);
  await page.locator('#answer-region').selectOption(shop.region);
  await next(visit);
  await page.locator('#answer-address').fill('示范路 1 号');
  await next(visit);
  await next(visit);
  await page.getByRole('alert').getByText('请拍照或者选择文件').waitFor();
  const buffer = await drawPhoto(visit, '布局图');
  await page.locator('#answer-layout').setInputFiles({ name: 'plan.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('img', { name: '第 1 页的预览' }).waitFor();
  await look('food-layout');
  await next(visit);
  await page.locator('#answer-staff-0-name').fill('王秀英');
  await page.locator('#answer-staff-0-post').fill('食品安全管理员');
  await page.getByRole('button', { name: '再加一个人' }).click();
  await page.locator('#answer-staff-1-name').fill('李帮厨');
  await page.locator('#answer-staff-1-post').fill('厨师');
  await look('food-staff');
  await next(visit);
  if (kitchen.format !== '食品销售') {
    await page.locator('#answer-kitchen').fill('后厨 20 平方米，洗消间 4 平方米，油烟净化器一台。');
    await next(visit);
  }
  await page.locator('#answer-opening').waitFor();
  await next(visit);
  await page.locator('#answer-operator').waitFor();
  await next(visit);
  await page.locator('#answer-path').check();
  await next(visit);
  await page.waitForURL(/\/contact$/);
  await next(visit);
  await page.waitForURL(/\/check$/);
  await look('food-check');
}

async function caseOf(visit: Visit): Promise<string> {
  await send(visit);
  await visit.page.waitForURL(/\/cases\/[\w-]{22}$/);
  await visit.page.locator('.verdict').waitFor();
  return visit.page.url().split('/').pop() ?? '';
}

/** A shop with food in its scope, and from its licence to the permit's form. */
async function openTheForm(visit: Visit): Promise<void> {
  await apply(visit, shop);
  await visit.page.locator('.licence').waitFor();
  await visit.page.getByRole('link', { name: '可以接着办' }).click();
  await visit.page.getByRole('link', { name: '开始填写' }).click();
}

test('a shop with food in its scope goes on to the food permit; its licence is shown by its key and no paper is asked for', async () => {
  const citizen = await here.visit(360);
  const { page } = citizen;
  const look = async (name: string) => void found.push(...(await citizen.look(name)));
  await signInAs(citizen, '王秀英');
  await openTheForm(citizen);
  await answerAll(citizen, { format: '食品销售', item: '散装食品（不含散装熟食）', look });
  await caseOf(citizen);
  await page.getByRole('heading', { level: 1, name: /准予许可/ }).waitFor();
  await page.locator('.licence', { hasText: '食品销售' }).waitFor();
  await look('food-granted');
  const number = await licenceNumber(citizen);
  expect(number.replaceAll(' ', '')).toMatch(/^JY1\d{13}$/);
  await page.getByRole('button', { name: '请人工复核' }).click();
  await page.getByText('人工复核时限').waitFor();
  await citizen.open(`/verify/${number.replaceAll(' ', '')}`);
  await page.locator('.verdict[data-tone=good]').waitFor();
  await look('food-verified');
  expect([...found, ...citizen.problems]).toEqual([]);
  await citizen.close();
}, 120_000);

test('a restaurant goes to an officer, who opens the plan, returns it with the whole list, and gets it back with everything kept', async () => {
  const citizen = await here.visit(1280);
  const { page } = citizen;
  await signInAs(citizen, '赵小明');
  const shown = async (name: string) => void found.push(...(await citizen.look(`${name}-desk`)));
  await apply(citizen, { ...shop, byPerson: true, tradeName: '小明面馆', search: '面馆' });
  const [shopCase = ''] = [page.url().split('/').pop()];
  await here.town.officer('li').decide(shopCase, 'grant');
  await citizen.open(`/cases/${shopCase}`);
  await page.locator('.licence').waitFor();
  await page.getByRole('link', { name: '可以接着办' }).click();
  await page.getByRole('link', { name: '开始填写' }).click();
  await answerAll(citizen, { format: '餐饮服务', item: '其他', otherItem: '手工拉面', look: shown });
  const id = await caseOf(citizen);
  await page.getByRole('heading', { level: 1, name: /已转工作人员办理/ }).waitFor();
  const officer = await here.visit(1280);
  await signInAs(officer, '李登记');
  await officer.open(`/officer/cases/${id}`);
  await officer.page.getByRole('button', { name: /打开/ }).first().waitFor();
  await openSealed(officer, '食品安全管理人员和从业人员');
  await officer.page.getByText('李帮厨').waitFor();
  found.push(...(await officer.look('food-officer')));
  await officer.page.getByRole('radio', { name: /一次性告知补正/ }).check();
  await officer.page.getByRole('checkbox', { name: /经营设备布局/ }).check();
  await officer.page.getByRole('textbox', { name: '说明' }).fill('请标出洗消位置。');
  await officer.page.getByRole('button', { name: '签名并决定' }).click();
  await officer.page.getByText('已退回补正').first().waitFor();
  await citizen.open(`/cases/${id}`);
  await page.getByRole('button', { name: '保留内容，重新提交' }).click();
  await page.waitForURL(/\/apply\/food-permit\/check$/);
  await page.getByText('李帮厨').waitFor();
  const kept = await page.locator('main').textContent();
  for (const words of ['手工拉面', '李帮厨', '油烟净化器', '1 页，已加密']) expect(kept).toContain(words);
  found.push(...(await citizen.look('food-anew')));
  const again = await caseOf(citizen);
  await here.town.officer('li').decide(again, 'grant');
  await citizen.open(`/cases/${again}`);
  await page.locator('.licence', { hasText: '其他：手工拉面' }).waitFor();
  expect([...found, ...citizen.problems, ...officer.problems]).toEqual([]);
  await citizen.close();
  await officer.close();
}, 150_000);

test('what was begun on a phone goes on at the counter, where an officer fills in the rest on one page', async () => {
  const wang = { service: 'individual-business', tradeName: '秀英食铺', scope: ['6291'], region: shop.region };
  const { licence = '' } = await here.town.citizen('wang').applyFor({ ...wang, operator: '王秀英' });
  const citizen = await here.visit(360);
  await signInAs(citizen, '王秀英');
  await citizen.open('/apply/food-permit/licence');
  await citizen.page.locator('#answer-licence').fill(licence);
  await citizen.page.getByText('这份证照的钥匙不在这台设备上').waitFor();
  await next(citizen);
  await citizen.page.locator('#answer-name').fill('秀英食铺');
  await citizen.page.getByText('另一台设备登录后也能接着填').waitFor();
  const officer = await here.visit(1280);
  const { page } = officer;
  await signInAs(officer, '李登记');
  await officer.open('/counter');
  await page.locator('#counter-service').selectOption({ label: '食品经营许可' });
  const police = DEPARTMENTS.find(({ id }) => id === 'public-security');
  const number = police?.seed(here.town.nowMs()).find(({ id }) => id === 'wang')?.idNumber ?? '';
  await page.locator('#counter-number').fill(number);
  await page.getByRole('button', { name: '读取证件' }).click();
  await page.getByText('已核对').waitFor();
  await page.getByRole('button', { name: '接着这一份办，不用重填' }).click();
  await page.getByRole('button', { name: '当事人确认，提交' }).click();
  await page.getByRole('heading', { name: '有内容需要改正' }).waitFor();
  found.push(...(await officer.look('food-counter')));
  expect(await page.locator('#answer-licence').inputValue()).toBe(licence);
  expect(await page.locator('#answer-name').inputValue()).toBe('秀英食铺');
  await page.getByRole('radio', { name: '餐饮服务' }).check();
  await page.getByRole('radio', { name: '热食', exact: true }).check();
  await page.locator('#answer-region').selectOption(shop.region);
  await page.locator('#answer-address').fill('示范路 2 号');
  const buffer = await drawPhoto(officer, '布局图');
  await page.locator('#answer-layout').setInputFiles({ name: 'plan.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('img', { name: '第 1 页的预览' }).waitFor();
  await page.locator('#answer-staff-0-name').fill('王秀英');
  await page.locator('#answer-staff-0-post').fill('食品安全管理员');
  await page.locator('#answer-kitchen').fill('后厨 12 平方米。');
  await page.locator('#answer-path').check();
  await page.getByRole('button', { name: '当事人确认，提交' }).click();
  await page.locator('.slip', { hasText: '食品经营许可' }).waitFor();
  expect([...found, ...citizen.problems, ...officer.problems]).toEqual([]);
  await citizen.close();
  await officer.close();
}, 120_000);
