import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { next, openSealed, send, shop, signInAs } from './walk.ts';

let here: PortalTown;
beforeAll(async () => {
  here = await openPortalTown();
}, 120_000);
afterAll(() => here?.close());

/** Name of the first activity that is found. */
async function firstFound({ page }: Visit, words: string): Promise<string> {
  await page.locator('#answer-scope').fill(words);
  await page.getByRole('status').filter({ hasText: /^找到/ }).waitFor();
  return (await page.locator('.field .choice > span > span').first().textContent()) ?? '';
}

for (const width of [360, 1280] as const) {
  test(`a name shows its parts, activities are found by pinyin and by level, and the residence is sealed, at ${width}`, async () => {
    const visit = await here.visit(width);
    const { page } = visit;
    const found: string[] = [];
    await signInAs(visit, '陈建国');
    await visit.open('/apply/individual-business/name');
    await page.locator('#answer-name').fill('中国Tea茶叶公司');
    await page.getByText('规范汉字').waitFor();
    await page.getByText('企业名称登记管理规定 第十条').waitFor();
    found.push(...(await visit.look('name-looked-at')));
    const name = width === 360 ? '东湖区建国炒茶坊' : '东湖区建国制茶坊';
    await page.locator('#answer-name').fill(name);
    await page.getByText('规范汉字').waitFor({ state: 'detached' });
    const trade = width === 360 ? '行业炒茶' : '行业制茶';
    const parts = ['行政区划东湖区', '字号建国', trade, '组织形式坊'];
    await page.getByText(trade.slice(2), { exact: true }).waitFor();
    expect(await page.locator('.name-parts li').allTextContents()).toEqual(parts);
    found.push(...(await visit.look('name-parts')));
    await next(visit);
    expect(await firstFound(visit, 'naichadian')).toBe('其他饮料及冷饮服务');
    expect(await firstFound(visit, '按磨')).toBe('养生保健服务');
    await page.locator('#answer-scope').fill('外星人');
    await page.getByRole('link', { name: '拨打 12345' }).waitFor();
    found.push(...(await visit.look('scope-none')));
    expect(await firstFound(visit, '快递')).toBe('快递服务');
    await page.getByText('邮政法第五十一条').waitFor();
    found.push(...(await visit.look('scope-approval')));
    await page.locator('#answer-scope').fill('');
    await page.getByText('按国民经济行业分类逐级查找').press('Enter');
    for (const line of ['C 制造业', '15 酒、饮料和精制茶制造业', '153 精制茶加工']) {
      await page.getByRole('button', { name: line, exact: true }).focus();
      await page.keyboard.press('Enter');
    }
    await page.getByRole('checkbox', { name: /精制茶加工 1530/ }).focus();
    await page.keyboard.press('Space');
    found.push(...(await visit.look('scope-levels')));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '151 酒的制造', exact: true }).waitFor();
    await next(visit);
    await page.locator('#answer-region').selectOption(shop.region);
    await next(visit);
    await page.locator('#answer-place').check();
    await page.locator('#answer-place').fill('示范路9号');
    await next(visit);
    await page.locator('#answer-premises').waitFor();
    await next(visit);
    await page.locator('#answer-composition').check();
    await next(visit);
    const residence = page.locator('#answer-residence');
    expect(await residence.inputValue()).not.toBe('');
    await residence.fill('');
    await next(visit);
    await page.getByRole('link', { name: '请填写经营者住所' }).click();
    expect(await residence.evaluate((field) => field === document.activeElement)).toBe(true);
    found.push(...(await visit.look('residence-missing')));
    await residence.fill('西山区柳巷7号');
    await next(visit);
    await page.locator('#answer-path-manual').check();
    await next(visit);
    await page.locator('#contact-phone').waitFor();
    await next(visit);
    await page.getByText('西山区柳巷7号').waitFor();
    await page.getByText('精制茶加工').first().waitFor();
    found.push(...(await visit.look('check-with-residence')));
    await send(visit);
    await page.waitForURL(/\/cases\/[\w-]{22}$/);
    await page.locator('.verdict').waitFor();
    const id = page.url().split('/').pop() ?? '';

    const officer = await here.visit(width);
    await signInAs(officer, '李登记');
    await officer.open(`/officer/cases/${id}`);
    await openSealed(officer, '在本部门打开 经营者住所');
    await officer.page.getByText('西山区柳巷7号').waitFor();
    await officer.page.getByText('精制茶加工').first().waitFor();
    found.push(...(await officer.look('officer-residence')));
    expect(found).toEqual([]);
  }, 120_000);
}
