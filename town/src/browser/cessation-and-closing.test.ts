import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOn, caseIn, desk, grant, type Held, heading, signedIn, verdict, withLicence } from './licence-walk.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { signInAs } from './walk.ts';

const DAY_MS = 86_400_000;
let here: PortalTown;
let officer: Visit;
let citizen: Visit;
let held: Held;
beforeAll(async () => {
  here = await openPortalTown({ clock: 'moved' });
  officer = await signedIn(here, '李登记', 1280);
  citizen = await signedIn(here, '王秀英', 360);
  held = await withLicence(citizen, '歇业茶馆');
}, 120_000);
afterAll(() => here?.close());

const found: string[] = [];

/** Time passes for the town and for every browser in it. */
async function pass(ms: number): Promise<void> {
  await here.pass(ms);
  // A demonstration's session lasts some hours; a holder's key lasts.
  await signInAs(officer, '李登记');
}

const dayFromNow = (days: number) => new Date(here.town.nowMs() + days * DAY_MS).toISOString().slice(0, 10);

async function rest(days: number): Promise<void> {
  const { page } = citizen;
  await desk(held, 'rest');
  await page.locator('input[name=rest-reason][value=DISASTER]').check();
  await page.locator('#rest-until').fill(dayFromNow(days));
}

test('a shop rests with an address for service, makes it longer near its end, and opens again by announcing it', async () => {
  const { page } = citizen;
  await rest(4 * 366);
  await page.getByRole('button', { name: '签名并办理歇业' }).click();
  await page
    .getByText(/三年|3 年/)
    .first()
    .waitFor();
  await page.locator('main [role=alert], main .notice').first().waitFor();
  found.push(...(await citizen.look('rest-too-long')));
  await rest(40);
  await page.locator('#rest-address').fill('收件处 2 号');
  await page.getByRole('button', { name: '签名并办理歇业' }).click();
  await page.locator('.tag', { hasText: '歇业' }).waitFor();
  await verdict(citizen, held.number, '歇业');
  await page.getByText('以法律文书送达地址代替经营场所').waitFor();
  found.push(...(await citizen.look('verify-resting')));
  await pass(15 * DAY_MS);
  await rest(90);
  await page.getByRole('button', { name: '签名并延长' }).click();
  await page.waitForURL(/licence$/);
  await desk(held, 'rest');
  found.push(...(await citizen.look('rest-running')));
  await page.getByRole('button', { name: '恢复营业' }).click();
  await page.getByRole('heading', { name: '办理歇业' }).waitFor();
  await verdict(citizen, held.number, '有效');
}, 120_000);

test('a rest ends by time though nobody acts; one that ended unannounced is established by an officer', async () => {
  const { page } = citizen;
  await rest(2);
  await page.getByRole('button', { name: '签名并办理歇业' }).click();
  await page.waitForURL(/licence$/);
  await verdict(citizen, held.number, '歇业');
  await pass(4 * DAY_MS);
  await verdict(citizen, held.number, '有效');
  await rest(30);
  await page.getByRole('button', { name: '签名并办理歇业' }).click();
  await page.waitForURL(/licence$/);
  await actOn(officer, held.number, { deed: 'resumed' });
  found.push(...(await officer.look('officer-licence-marked')));
  await verdict(citizen, held.number, '有效');
  await page.getByText('恢复营业未公示').waitFor();
}, 120_000);

test('closed by the short procedure after ten quiet days, and the word is 已注销; an objection of another organ ends it', async () => {
  const { page } = citizen;
  const announce = async () => {
    await desk(held, 'close');
    await page.locator('input[name=close-debts][value=none]').check();
    await page.locator('input[name=close-barred][value=none]').check();
    await page.getByText('可以按简易程序注销').waitFor();
    found.push(...(await citizen.look('close-short')));
    await page.getByRole('button', { name: '签名并申请简易注销' }).click();
    await page.getByText('简易注销正在等待有关部门的意见').waitFor();
  };
  await announce();
  const other = await signedIn(here, '宁税管', 1280);
  await actOn(other, held.number, { deed: 'object', reason: 'tax-owed' });
  await other.close();
  await desk(held);
  expect(await page.getByText('简易注销正在等待').count()).toBe(0);
  await verdict(citizen, held.number, '有效');
  await announce();
  await pass(14 * DAY_MS);
  await verdict(citizen, held.number, '已注销');
  await page.getByText('市场主体登记管理条例 第三十一条').waitFor();
  found.push(...(await citizen.look('verify-closed')));
}, 120_000);

test('where the short procedure is barred the tax office says that nothing is owed, and the ordinary one closes at once', async () => {
  await signInAs(citizen, '王秀英');
  held = await withLicence(citizen, '清税茶馆');
  const { page } = citizen;
  await desk(held, 'close');
  await page.locator('input[name=close-debts][value=settled]').check();
  await page.locator('input[name=close-barred][value=some]').check();
  await page.getByText('按一般程序注销').waitFor();
  await page.getByRole('button', { name: '签名并申请注销' }).click();
  await page.getByRole('heading', { name: '有内容需要改正' }).waitFor();
  await page.locator('input[name=matter-path][value=auto]').check();
  found.push(...(await citizen.look('close-ordinary')));
  await page.getByRole('button', { name: '签名并申请注销' }).click();
  await heading(citizen, /准予注销/);
  await page.getByText('税务局证明这份执照的税款已经结清').waitFor();
  found.push(...(await citizen.look('closed-at-once')));
  await verdict(citizen, held.number, '已注销');
}, 120_000);

/** The officer sends the closing back with the points that these words name. */
async function giveBack(id: string, points: readonly RegExp[], words: string): Promise<void> {
  const { page } = officer;
  await officer.open(`/officer/cases/${id}`);
  await page.getByRole('radio', { name: /一次性告知补正/ }).check();
  for (const point of points) await page.getByRole('checkbox', { name: point }).check();
  await page.getByRole('textbox', { name: '说明' }).fill(words);
  await page.getByRole('button', { name: '签名并决定' }).click();
  await page.getByText('已退回补正').first().waitFor();
}

test('who owes gets the closing back with the article; an approval that is missing too; paper in hand, a person closes', async () => {
  await signInAs(citizen, '许欠安');
  held = await withLicence(citizen, '欠税茶馆');
  const { page } = citizen;
  const apply = async (more: () => Promise<void> = async () => undefined) => {
    await page.locator('input[name=close-debts][value=open]').check();
    await more();
    await page.locator('input[name=matter-path][value=auto]').check();
    await page.getByRole('button', { name: '签名并申请注销' }).click();
    await heading(citizen, /的注销正在办理/);
  };
  await desk(held, 'close');
  await apply();
  const id = caseIn(citizen);
  await officer.open(`/officer/cases/${id}`);
  await officer.page.getByText('税款没有结清的执照').first().waitFor();
  found.push(...(await officer.look('officer-closing-owing')));
  await officer.page.locator('input[name=decision][value=grant]').check();
  await officer.page.getByRole('button', { name: '签名并决定' }).click();
  await officer.page.getByRole('alert').first().waitFor();
  await giveBack(id, [/清税证明/, /注销依法须经批准/], '税款尚未结清；请先取得批准文件。');
  await heading(citizen, /的注销需要补正/);
  await page.getByText('第四十六条').first().waitFor();
  found.push(...(await citizen.look('closing-returned')));
  await page.getByRole('button', { name: '保留内容，重新提交' }).click();
  await page.waitForURL(/anew=/);
  await apply(async () => {
    await page.locator('#close-clearance').fill('税清〔2026〕31 号');
    await page.locator('#close-approval').fill('准注〔2026〕2 号');
  });
  await grant(officer, caseIn(citizen));
  await heading(citizen, /准予注销/);
  await verdict(citizen, held.number, '已注销');
  expect([...found, ...citizen.problems, ...officer.problems]).toEqual([]);
}, 120_000);
