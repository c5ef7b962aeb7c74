import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { apply, send, shop, signInAs } from './walk.ts';

let here: PortalTown;
beforeAll(async () => {
  here = await openPortalTown();
}, 120_000);
afterAll(() => here?.close());

const found: string[] = [];

async function signedIn(name: string, width: 360 | 1280): Promise<Visit> {
  const visit = await here.visit(width);
  await signInAs(visit, name);
  return visit;
}

async function heading(visit: Visit, words: RegExp): Promise<void> {
  await visit.page.getByRole('heading', { level: 1, name: words }).waitFor();
}

test('an application that lacks something comes back with the whole list at once, and is filed anew with everything kept', async () => {
  const citizen = await signedIn('赵小明', 360);
  const id = await apply(citizen, { ...shop, tradeName: '小明书店', search: '书店' });
  await heading(citizen, /已转工作人员办理/);
  expect(await citizen.page.locator('.facts', { hasText: '法定时限' }).first().textContent()).toContain('23:59');
  const officer = await signedIn('李登记', 1280);
  await officer.open(`/officer/cases/${id}`);
  await officer.page.getByRole('button', { name: '由我办理' }).click();
  await officer.page.getByText('您正在办理这一件').waitFor();
  await officer.page.getByRole('radio', { name: /一次性告知补正/ }).check();
  await officer.page.getByRole('button', { name: '签名并决定' }).click();
  await officer.page.getByRole('heading', { name: '有内容需要改正' }).waitFor();
  found.push(...(await officer.look('officer-return-missing')));
  await officer.page.getByRole('checkbox', { name: '未提交经营场所相关文件' }).check();
  await officer.page.getByRole('checkbox', { name: /未完成实名验证/ }).check();
  await officer.page.getByRole('textbox', { name: '说明' }).fill('请补租赁合同，并完成实名验证。');
  found.push(...(await officer.look('officer-return')));
  await officer.page.getByRole('button', { name: '签名并决定' }).click();
  await officer.page.getByText('已退回补正').first().waitFor();
  await citizen.open(`/cases/${id}`);
  await heading(citizen, /需要补正/);
  expect(await citizen.page.locator('.notice ol li').count()).toBe(2);
  found.push(...(await citizen.look('case-returned')));
  await citizen.page.getByRole('button', { name: '保留内容，重新提交' }).click();
  await citizen.page.waitForURL(/\/check$/);
  expect(await citizen.page.locator('main').textContent()).toContain('小明书店');
  await send(citizen);
  await citizen.page.waitForURL((url) => /\/cases\/[\w-]{22}$/.test(url.pathname) && !url.pathname.endsWith(id));
  await heading(citizen, /已转工作人员办理/);
  const again = citizen.page.url().split('/').pop() ?? '';
  await officer.open(`/officer/cases/${again}`);
  await officer.page.getByRole('radio', { name: /准予登记/ }).check();
  await officer.page.getByRole('button', { name: '签名并决定' }).click();
  await officer.page.getByRole('link', { name: /^执照/ }).waitFor();
  await citizen.open(`/cases/${again}`);
  await heading(citizen, /准予登记/);
  await citizen.open(`/cases/${id}`);
  await heading(citizen, /需要补正/);
  expect(await citizen.page.getByRole('button', { name: '保留内容，重新提交' }).count()).toBe(0);
  expect([...found, ...citizen.problems, ...officer.problems]).toEqual([]);
  await citizen.close();
  await officer.close();
}, 120_000);

test('a head allows three more working days, once, and the applicant sees it', async () => {
  const citizen = await signedIn('孙甜甜', 360);
  const id = await apply(citizen, { ...shop, tradeName: '甜甜花店', search: '花店' });
  const head = await signedIn('郑局长', 1280);
  await head.open(`/officer/cases/${id}`);
  await head.page.getByRole('button', { name: '批准延长 3 个工作日' }).click();
  await head.page.getByText('已延长').first().waitFor();
  expect(await head.page.getByRole('button', { name: /批准延长/ }).count()).toBe(0);
  await citizen.open(`/cases/${id}`);
  await citizen.page.getByText('已延长').first().waitFor();
  await citizen.page.getByRole('button', { name: '撤回申请' }).click();
  await citizen.page.getByText('撤回这份申请吗').waitFor();
  found.push(...(await citizen.look('case-withdraw-sure')));
  await citizen.page.getByRole('button', { name: '不撤回' }).click();
  await citizen.page.getByRole('button', { name: '撤回申请' }).click();
  await citizen.page.getByRole('button', { name: '撤回', exact: true }).click();
  await heading(citizen, /已撤回/);
  expect([...found, ...citizen.problems, ...head.problems]).toEqual([]);
  await citizen.close();
  await head.close();
}, 120_000);

test('what a machine granted is looked at by a person when the holder asks, and answered in words', async () => {
  const citizen = await signedIn('王秀英', 360);
  const id = await apply(citizen, { ...shop, tradeName: '秀英面馆', search: '面馆' });
  await citizen.page.getByRole('button', { name: '请人工复核' }).click();
  await citizen.page.getByText('人工复核时限').waitFor();
  expect(await citizen.page.getByRole('button', { name: '请人工复核' }).count()).toBe(0);
  const officer = await signedIn('周审核', 1280);
  await officer.open(`/officer/cases/${id}`);
  await officer.page.getByRole('radio', { name: '维持原结果' }).check();
  await officer.page.getByRole('textbox', { name: '说明' }).fill('已逐项核对，结果不变。');
  found.push(...(await officer.look('officer-review')));
  await officer.page.getByRole('button', { name: '签名并答复' }).click();
  await officer.page.getByText('答复人工复核').first().waitFor();
  await citizen.open(`/cases/${id}`);
  await citizen.page.getByText('答复人工复核').first().waitFor();
  expect([...found, ...citizen.problems, ...officer.problems]).toEqual([]);
  await citizen.close();
  await officer.close();
}, 120_000);

test('a name that another shop of the district has goes to a person, never to a refusal by machine', async () => {
  const first = await signedIn('王秀英', 360);
  await apply(first, { ...shop, tradeName: '同名茶馆' });
  await heading(first, /准予登记/);
  const second = await signedIn('陈建国', 360);
  await apply(second, { ...shop, tradeName: '同名茶馆' });
  await heading(second, /已转工作人员办理/);
  found.push(...(await second.look('case-name-taken')));
  expect([...found, ...first.problems, ...second.problems]).toEqual([]);
  await first.close();
  await second.close();
}, 120_000);
