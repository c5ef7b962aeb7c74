import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOn, caseIn, desk, grant, type Held, heading, signedIn, verdict, withLicence } from './licence-walk.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { openSealed } from './walk.ts';

let here: PortalTown;
let held: Held;
let officer: Visit;
beforeAll(async () => {
  here = await openPortalTown();
  officer = await signedIn(here, '李登记', 1280);
  held = await withLicence(await signedIn(here, '王秀英', 360), '清风茶馆');
}, 120_000);
afterAll(() => here?.close());

const found: string[] = [];

/** Chooses what changes, on the holder's page. */
async function choose(kind: string): Promise<void> {
  await desk(held, 'change');
  await held.visit.page.locator(`input[name=change-kind][value="${kind}"]`).check();
  const manual = held.visit.page.locator('input[name=matter-path][value=manual]');
  if (kind !== 'operator' && kind !== 'enterprise') await manual.check();
}

/** Sends the form and gives the case that waits. */
async function sent(): Promise<string> {
  const { page } = held.visit;
  await page.getByRole('button', { name: '签名并申请变更' }).click();
  await page.waitForURL(/\/cases\/[\w-]{22}$/);
  await heading(held.visit, /的变更正在办理/);
  return caseIn(held.visit);
}

test('a name and a scope change when an officer grants it, and the same list of points sends one back', async () => {
  const { page } = held.visit;
  await desk(held);
  found.push(...(await held.visit.look('licence-desk')));
  await choose('name');
  await page.getByRole('button', { name: '签名并申请变更' }).click();
  await page.getByRole('heading', { name: '有内容需要改正' }).waitFor();
  found.push(...(await held.visit.look('change-missing')));
  await page.locator('#change-name').fill('明月茶馆');
  const id = await sent();
  found.push(...(await held.visit.look('change-pending')));
  await officer.open(`/officer/cases/${id}`);
  await officer.page.getByText('变更的事项', { exact: true }).waitFor();
  found.push(...(await officer.look('officer-change')));
  await officer.page.getByRole('button', { name: '由我办理' }).click();
  await officer.page.getByText('您正在办理这一件').waitFor();
  await grant(officer, id);
  await heading(held.visit, /准予变更/);
  await page.locator('.licence', { hasText: '明月茶馆' }).waitFor();
  found.push(...(await held.visit.look('change-granted')));
  await choose('scope');
  await page.locator('#change-scope').fill('书店');
  await page.getByRole('checkbox').first().check();
  await grant(officer, await sent());
  await heading(held.visit, /准予变更/);
}, 120_000);

test('what a program can see whole is changed at once, with its trace; a name it cannot goes to a person all the same', async () => {
  const { page } = held.visit;
  await desk(held, 'change');
  await page.locator('input[name=change-kind][value=name]').check();
  await page.locator('#change-name').fill('晚晴茶馆');
  await page.getByRole('button', { name: '签名并申请变更' }).click();
  await page.getByText('请选择由谁来办').first().waitFor();
  await page.locator('input[name=matter-path][value=auto]').check();
  found.push(...(await held.visit.look('change-path')));
  await page.getByRole('button', { name: '签名并申请变更' }).click();
  await heading(held.visit, /准予变更/);
  await page.locator('.licence', { hasText: '晚晴茶馆' }).waitFor();
  await page.getByText('变更的事项系统能够全部核对').waitFor();
  found.push(...(await held.visit.look('change-at-once')));
  await desk(held, 'change');
  await page.locator('input[name=change-kind][value=premises]').check();
  await page.locator('#change-premises').fill('示范路 9 号');
  await page.locator('input[name=matter-path][value=auto]').check();
  await page.getByRole('button', { name: '签名并申请变更' }).click();
  await heading(held.visit, /准予变更/);
  await verdict(held.visit, held.number, '有效');
  await page.getByText('示范路 9 号').first().waitFor();
  await desk(held, 'change');
  await page.locator('input[name=change-kind][value=name]').check();
  await page.locator('#change-name').fill('国家茶馆');
  await page.locator('input[name=matter-path][value=auto]').check();
  const id = await sent();
  await officer.open(`/officer/cases/${id}`);
  await officer.page.getByText('名称不含需要人工核对的字词').waitFor();
  found.push(...(await officer.look('officer-change-proposed')));
  await officer.page.getByRole('radio', { name: /一次性告知补正/ }).check();
  await officer.page.getByRole('checkbox').first().check();
  await officer.page.getByRole('textbox', { name: '说明' }).fill('名称请另选。');
  await officer.page.getByRole('button', { name: '签名并决定' }).click();
  await heading(held.visit, /的变更需要补正/);
}, 120_000);

test('premises move within the district; a listed shop changes its premises along with the rest', async () => {
  const { page } = held.visit;
  await choose('premises');
  await page.locator('#change-premises').fill('同区新路 8 号');
  await grant(officer, await sent());
  await heading(held.visit, /准予变更/);
  const article = '个体工商户年度报告暂行办法 第十三条';
  await actOn(officer, held.number, { deed: 'abnormal', reason: 'unreachable', article });
  await choose('name');
  await page.locator('#change-name').fill('朗月茶馆');
  const id = await sent();
  await officer.open(`/officer/cases/${id}`);
  await officer.page.getByRole('radio', { name: /一次性告知补正/ }).check();
  await officer.page.getByRole('checkbox', { name: /一并申请变更经营场所/ }).check();
  await officer.page.getByRole('textbox', { name: '说明' }).fill('列入异常名录，请一并变更经营场所。');
  await officer.page.getByRole('button', { name: '签名并决定' }).click();
  await officer.page.getByText('已退回补正').first().waitFor();
  await heading(held.visit, /的变更需要补正/);
  await page.getByRole('button', { name: '保留内容，重新提交' }).click();
  await page.waitForURL(/anew=/);
  await page.locator('input[name=change-kind][value=premises]').check();
  await page.locator('input[name=matter-path][value=manual]').check();
  await page.locator('#change-premises').fill('现在的经营场所 1 号');
  await grant(officer, await sent());
  await heading(held.visit, /准予变更/);
}, 120_000);

test('a change that comes late is taken, and the order to put right is the officer’s; a lapsed permit changes the scope', async () => {
  const { page } = held.visit;
  await choose('permit-ended');
  await page
    .getByRole('button', { name: /移除|去掉|删除/ })
    .first()
    .click();
  await page.locator('#change-scope').fill('花店');
  await page.getByRole('checkbox').first().check();
  const long = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);
  await page.locator('#change-day').fill(long);
  const id = await sent();
  await officer.open(`/officer/cases/${id}`);
  await officer.page.getByText(/超过 30 日/).waitFor();
  found.push(...(await officer.look('officer-change-late')));
  await grant(officer, id);
  const article = '市场主体登记管理条例 第四十六条';
  await actOn(officer, held.number, { deed: 'order', reason: 'change-late', article });
  await actOn(officer, held.number, { deed: 'replace', reason: 'declared-void' });
  const anyone = await here.visit(1280);
  await verdict(anyone, held.number, '有效');
  await anyone.page.getByText('责令改正').waitFor();
  found.push(...(await anyone.look('verify-marked')));
  await anyone.close();
}, 120_000);

test('residence and filed particulars go sealed; whoever becomes an enterprise is told where to go', async () => {
  const { page } = held.visit;
  await choose('particulars');
  await page.locator('#change-residence').fill('新居路 5 号');
  const id = await sent();
  await officer.open(`/officer/cases/${id}`);
  await openSealed(officer, '在本部门打开');
  await officer.page.getByText('新居路 5 号').waitFor();
  await grant(officer, id);
  await desk(held, 'file');
  await page.getByRole('button', { name: '签名并备案' }).click();
  await page.getByRole('heading', { name: '有内容需要改正' }).waitFor();
  await page.locator('#file-family').fill('陈某');
  found.push(...(await held.visit.look('file-particulars')));
  await page.getByRole('button', { name: '签名并备案' }).click();
  await page.getByText('已经备案').waitFor();
  await choose('enterprise');
  await page.getByText('按拟变更的企业类型的设立条件').waitFor();
  expect(await page.getByRole('button', { name: '签名并申请变更' }).count()).toBe(0);
  found.push(...(await held.visit.look('change-enterprise')));
}, 120_000);

/** To another district: its office decides, and the file goes there with the licence. */
async function movesAway({ visit, id, number }: Held): Promise<void> {
  const { page } = visit;
  await visit.open(`/cases/${id}/licence/change`);
  await page.locator('input[name=change-kind][value=premises]').check();
  await page.locator('#change-region').selectOption('990102');
  await page.locator('#change-premises').fill('西山大街 3 号');
  await page.locator('input[name=matter-path][value=auto]').check();
  await page.getByRole('button', { name: '签名并申请变更' }).click();
  await page.waitForURL((url) => /\/cases\/[\w-]{22}$/.test(url.pathname) && !url.pathname.endsWith(id));
  await heading(visit, /的变更正在办理/);
  const neighbour = await signedIn(here, '何登记', 1280);
  await neighbour.open(`/officer/cases/${caseIn(visit)}`);
  await openSealed(neighbour, '在本部门打开');
  await neighbour.page.getByText('西山大街 3 号').first().waitFor();
  await grant(neighbour, caseIn(visit));
  await heading(visit, /准予变更/);
  await verdict(visit, number, '有效');
  await page.locator('.facts', { hasText: '西山区市场监督管理局' }).first().waitFor();
  await neighbour.close();
}

test('another operator takes the licence over: both sign, the taxes are settled, and the old key has no say any more', async () => {
  const next = await signedIn(here, '陈建国', 360);
  await next.open(`/take-over/${held.number}`);
  await next.page.getByRole('button', { name: /做一把钥匙/ }).click();
  const code = (await next.page.locator('main code').textContent()) ?? '';
  found.push(...(await next.look('take-over-code')));
  const { page } = held.visit;
  await choose('operator');
  await page.locator('#change-successor').fill(code);
  await page.getByRole('button', { name: '签名并同意接手' }).click();
  await page.getByText('已经同意').waitFor();
  await next.page.locator('#take-over-clearance').fill('税清〔2026〕12 号');
  found.push(...(await next.look('take-over')));
  await next.page.getByRole('button', { name: '签名并申请变更' }).click();
  await heading(next, /的变更正在办理/);
  await grant(officer, caseIn(next));
  await heading(next, /准予变更/);
  await desk(held, 'close');
  await page.locator('input[name=close-debts][value=settled]').check();
  await page.locator('input[name=close-barred][value=none]').check();
  await page.getByRole('button', { name: /签名并申请/ }).click();
  await page.getByRole('alert').first().waitFor();
  await movesAway({ ...held, visit: next, id: caseIn(next) });
  expect([...found, ...held.visit.problems, ...officer.problems, ...next.problems]).toEqual([]);
  await next.close();
}, 120_000);
