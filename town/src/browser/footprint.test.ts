import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { apply, download, openSealed, shop, signInAs } from './walk.ts';

const NAME = '小明足迹书屋';
/** Bar of the issue. */
const LATEST_MS = 10_000;

let here: PortalTown;
let citizen: Visit;
let officer: Visit;
let id: string;
const found: string[] = [];

beforeAll(async () => {
  here = await openPortalTown();
  citizen = await here.visit(360);
  await signInAs(citizen, '赵小明');
  id = await apply(citizen, { ...shop, tradeName: NAME, search: '书店', byPerson: true });
  officer = await here.visit(1280);
  await signInAs(officer, '李登记');
}, 120_000);
afterAll(() => here?.close());

test('what an officer opens, the person it is about reads within ten seconds: who, when, what for, and never the value', async () => {
  await citizen.open(`/footprint?case=${id}`);
  await citizen.page.getByText(/条记录，每 5 秒/).waitFor();
  const { page } = officer;
  await officer.open(`/officer/cases/${id}`);
  await page.getByText('赵**').waitFor();
  await page.getByText(/^\d{4}\*{10}[\dX]{4}$/).waitFor();
  expect(await page.locator('main').textContent()).not.toContain('赵小明');
  await page.getByRole('button', { name: '在本部门打开 经营者姓名' }).click();
  await page.getByText('请先说明为什么要打开').waitFor();
  found.push(...(await officer.look('unmask-purpose')));
  await openSealed(officer, '在本部门打开 经营者姓名');
  await page.getByText('赵小明').waitFor();
  const openedAt = Date.now();
  found.push(...(await officer.look('unmask-open')));
  const line = citizen.page.locator('.footprint-row', { hasText: '打开“经营者姓名”' }).first();
  await line.waitFor({ timeout: LATEST_MS });
  const tookMs = Date.now() - openedAt;
  process.stdout.write(`unmasked to footprint: ${tookMs} ms\n`);
  expect(tookMs).toBeLessThan(LATEST_MS);
  const words = await line.textContent();
  for (const part of [/工作人员 \d{6} 号/, /用途：审查本件申请/, /平台和机关两处都有记录/]) expect(words).toMatch(part);
  expect(await citizen.page.locator('.footprint').allInnerTexts()).not.toContain('赵小明');
  found.push(...(await citizen.look('footprint')));
  await page.getByRole('button', { name: '现在遮盖 经营者姓名' }).click();
  await page.getByText('赵**').waitFor();
  await citizen.page.locator('#footprint-kind').selectOption('denied');
  await citizen.page.getByText('没有符合条件的记录').waitFor();
  found.push(...(await citizen.look('footprint-none')));
  await citizen.page.locator('#footprint-kind').selectOption('opened');
  await citizen.page.getByText('怎么读这份足迹').click();
  found.push(...(await citizen.look('footprint-how', 1280)));
  expect([...found, ...citizen.problems, ...officer.problems]).toEqual([]);
}, 60_000);

test('a line that is not right becomes a request with a day; the organ answers, and both see the same', async () => {
  const { page } = citizen;
  await citizen.open(`/footprint?case=${id}`);
  await page
    .getByRole('link', { name: /有不对的地方/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: '我的个人信息' }).waitFor();
  await page.locator('#correction-words').waitFor();
  expect(await page.locator('#correction-about').inputValue()).toBe('access');
  await page.locator('#correction-kind').check();
  await page.locator('#correction-about').selectOption('name');
  await page.locator('#correction-words').fill('应为赵*明');
  await page.getByRole('button', { name: '提交给办理机关' }).click();
  await page.getByText('不能写带星号的遮盖值').first().waitFor();
  found.push(...(await citizen.look('correction-masked')));
  await page.locator('#correction-words').fill('身份证上的名字是赵晓明');
  await page.getByRole('button', { name: '提交给办理机关' }).click();
  await page.getByText(/最迟 .* 答复，答复后/).waitFor();
  found.push(...(await citizen.look('my-data')));
  const desk = officer.page;
  await officer.open('/officer');
  await desk.getByRole('link', { name: '更正请求' }).click();
  await desk.getByText('身份证上的名字是赵晓明').waitFor();
  await desk.getByRole('button', { name: '答复' }).click();
  await desk.getByRole('heading', { name: '有内容需要改正' }).waitFor();
  found.push(...(await officer.look('officer-corrections')), ...(await officer.look('officer-corrections', 360)));
  await desk.getByRole('radio', { name: '不予更正' }).check();
  await desk.getByRole('textbox').fill('与身份证件核对一致；可以依法申请行政复议。');
  await desk.getByRole('button', { name: '答复' }).click();
  await desk.locator('.correction-answer').waitFor();
  await citizen.open('/my-data');
  await page.getByText('与身份证件核对一致').waitFor();
  found.push(...(await citizen.look('my-data-answered', 1280)));
  expect([...found, ...citizen.problems, ...officer.problems]).toEqual([]);
}, 60_000);

test('a person’s own copy has everything, by machine and by eye, and says nothing that was not said', async () => {
  const { page } = citizen;
  await citizen.open('/my-data');
  await page.getByRole('button', { name: '整理我的副本' }).click();
  await page.getByText('全部内容都取到了').waitFor({ timeout: 20_000 });
  found.push(...(await citizen.look('my-data-copy')));
  const data = await download(citizen, () => page.getByRole('button', { name: /下载数据/ }).click());
  expect(data.name).toBe('my-data.json');
  const copy = JSON.parse(data.text);
  expect(copy).toMatchObject({ v: 0, type: 'minglu-own-copy', missing: [] });
  const [own] = copy.cases;
  expect(own).toMatchObject({ id, name: NAME, missing: [], words: { operator: '赵小明' } });
  expect(own.record).toEqual((await here.town.client.get('/api/cases/{id}', { id })).case);
  expect(own.words['id-number']).toMatch(/^\d{17}[\dX]$/);
  expect(own.file.attested.length).toBeGreaterThan(0);
  expect(own.messages.length).toBeGreaterThan(0);
  expect(own.corrections).toHaveLength(1);
  expect(copy.footprint.some((line: { action: string }) => line.action === 'sealed.open')).toBe(true);
  const shown = await download(citizen, () => page.getByRole('button', { name: /下载网页/ }).click());
  const expected = [NAME, '赵小明', '打开“经营者姓名”', '身份证上的名字是赵晓明'];
  expect(expected.filter((text) => !shown.text.includes(text))).toEqual([]);
  expect(shown.text.includes('<script')).toBe(false);
  expect([...found, ...citizen.problems]).toEqual([]);
  await citizen.close();
  await officer.close();
}, 60_000);

test('a browser without a case says so, in both languages', async () => {
  const stranger = await here.visit(360, 'en');
  await stranger.open('/footprint');
  await stranger.page.getByText('No case of yours is in this browser').waitFor();
  const looks = [...(await stranger.look('footprint-empty'))];
  await stranger.open('/my-data');
  await stranger.page.getByText('No case of yours is in this browser').waitFor();
  looks.push(...(await stranger.look('my-data-empty')));
  expect([...looks, ...stranger.problems]).toEqual([]);
  await stranger.close();
}, 60_000);
