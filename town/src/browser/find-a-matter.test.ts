import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';

let here: PortalTown;
beforeAll(async () => {
  here = await openPortalTown();
}, 120_000);
afterAll(() => here?.close());

test('a person says it in her own words, reads the guide and begins to apply', async () => {
  const visit = await here.visit(360);
  const { page } = visit;
  await visit.open('/');
  await page.getByRole('searchbox', { name: '我要办什么' }).fill('我想开个小卖部');
  await page.locator('.matter-results a').first().waitFor();
  await page.locator('.matter-results').getByRole('link', { name: '个体工商户设立登记' }).click();
  await page.getByRole('heading', { level: 1, name: '个体工商户设立登记' }).waitFor();
  for (const heading of ['办理条件', '要准备的材料', '最常见的 3 个补正', '依据', '接下来常办']) {
    expect(await page.getByRole('heading', { level: 2, name: heading }).isVisible()).toBe(true);
  }
  expect(await page.locator('.list .tag', { hasText: '免提交' }).count()).toBeGreaterThan(0);
  expect(await page.getByRole('link', { name: '12345' }).getAttribute('href')).toBe('tel:12345');
  await page.getByRole('link', { name: '在线申请' }).click();
  await page.waitForURL(/\/apply\/individual-business$/);
  expect(visit.problems).toEqual([]);
  await visit.close();
}, 60_000);

test('pinyin finds it, slips find it, and going back finds the words again', async () => {
  const visit = await here.visit(1280);
  const { page } = visit;
  await visit.open('/');
  for (const words of ['shenfenzheng', '身份正丢了']) {
    await page.getByRole('searchbox').fill(words);
    await page.locator('.matter-results li', { hasText: '身份证' }).first().waitFor();
  }
  await page.waitForURL(/q=/);
  await page.locator('.matter-results a').first().click();
  await page.getByRole('heading', { level: 2, name: '办理条件' }).waitFor();
  await page.goBack();
  await page.locator('.matter-results li', { hasText: '身份证' }).first().waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('身份正丢了');
  await visit.close();
}, 60_000);

test('where nothing is near there are words and 12345, and no guess', async () => {
  const visit = await here.visit(360);
  const { page } = visit;
  await visit.open('/');
  await page.getByRole('searchbox').fill('今天天气怎么样');
  await page.getByText('没有找到相近的事项').first().waitFor();
  expect(await page.locator('.matter-results li').count()).toBe(0);
  expect(await page.getByRole('link', { name: '拨打 12345' }).getAttribute('href')).toBe('tel:12345');
  await visit.close();
}, 60_000);

test('a guide that does not exist says so', async () => {
  const visit = await here.visit(360);
  await visit.open('/matters/no-such-matter');
  await visit.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await visit.page.getByRole('heading', { level: 1 }).textContent()).toContain('没有');
  await visit.close();
}, 60_000);
