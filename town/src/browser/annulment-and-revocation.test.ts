import { DEPARTMENTS } from '@minglu/city';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallShop } from '../stories/small-shop.ts';
import { enterNotice } from './enter-notice.ts';
import { actOn, desk, type Held, heading, signedIn, verdict, withLicence } from './licence-walk.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import { typeCanaryAt } from './type-canary.ts';
import type { Visit } from './visit.ts';
import { openSealed, shop, signInAs } from './walk.ts';

const DAY_MS = 86_400_000;

let here: PortalTown;
let officer: Visit;
let citizen: Visit;
let affected: Visit;
beforeAll(async () => {
  here = await openPortalTown({ clock: 'moved' });
  officer = await signedIn(here, '郑局长', 1280);
  citizen = await signedIn(here, '王秀英', 360);
  affected = await signedIn(here, '陈建国', 360);
}, 120_000);
afterAll(() => here?.close());

const found: string[] = [];

/** Time passes for the town and for every browser in it; a demonstration's session lasts some hours. */
async function pass(days: number): Promise<void> {
  await here.pass(days * DAY_MS);
  await signInAs(officer, '郑局长');
}

/** Whoever is affected finds the number, and asks. */
async function ask(held: Held): Promise<string> {
  const { page } = affected;
  await verdict(affected, held.number, '有效');
  await page.getByRole('link', { name: /身份被冒用/ }).click();
  await page.getByRole('button', { name: '签名并申请撤销' }).click();
  await page.getByRole('heading', { name: '有内容需要改正' }).waitFor();
  await page.locator('input[name=annulment-ground][value=identity-used]').check();
  await page.locator('#annulment-statement').fill('我没有开过这家店，身份证曾经丢失。');
  await page.getByRole('button', { name: '签名并申请撤销' }).click();
  await page.waitForURL(/\/annulment\/[\w-]{22}$/);
  return page.url().split('/').pop() ?? '';
}

interface Step {
  readonly step: string;
  readonly reason?: string;
  readonly words?: string;
  readonly particular?: string;
  /** Of whoever is directly responsible. */
  readonly idNumber?: string;
}

/** The officer takes the next step. */
async function step(id: string, taken: Step, by: Visit = officer): Promise<void> {
  const { step: name, reason, words, particular, idNumber } = taken;
  const { page } = by;
  await by.open(`/officer/annulments/${id}`);
  await page.locator(`input[name=step][value="${name}"]`).check();
  if (reason !== undefined) await page.locator(`input[name=step-reason][value="${reason}"]`).check();
  if (words !== undefined) {
    await typeCanaryAt(by, '#step-words');
    await page.locator('#step-words').fill(words);
  }
  if (idNumber !== undefined) {
    await typeCanaryAt(by, '#step-id-number');
    await page.locator('#step-id-number').fill(idNumber);
  }
  if (name === 'undo' || name === 'annul-partly') {
    await typeCanaryAt(by, '#step-name');
    await page.locator('#step-name').fill('');
  }
  if (particular !== undefined) await page.getByRole('checkbox', { name: particular }).check();
  const before = await page.locator('ol.steps li').count();
  await page.getByRole('button', { name: '签名并执行' }).click();
  await page.locator(`ol.steps li:nth-child(${before + 1})`).waitFor();
}

/** The office opens an investigation itself; gives its id. */
async function opened(number: string): Promise<string> {
  await actOn(officer, number, { deed: 'investigate', reason: 'false-papers' });
  await officer.open('/officer/annulments');
  // An earlier one about the same licence may stand there first, before the list has heard of this one.
  const running = officer.page.locator('li.row', { hasText: number }).filter({ hasText: '调查中' });
  await running.getByRole('link', { name: number }).click();
  await heading(officer, /撤销登记/);
  await officer.page.waitForURL(/annulments\/[\w-]{22}$/);
  return officer.page.url().split('/').pop() ?? '';
}

/** Whoever is directly responsible is barred by a blind key; her next application, for another shop, finds it. */
async function isBarredAndFoundAgain(id: string): Promise<void> {
  const wang = DEPARTMENTS.flatMap((one) => one.seed(here.town.nowMs())).find((one) => one.id === 'wang');
  const number = wang?.idNumber ?? '';
  await step(id, { step: 'bar', idNumber: number });
  found.push(...(await officer.look('officer-annulment-barred')));
  expect(await officer.page.content()).not.toContain(number);
  await affected.open(`/annulment/${id}`);
  await affected.page.getByText(/不得再次申请市场主体登记/).waitFor();
  found.push(...(await affected.look('annulment-barred')));
  await here.town.department('province-market-regulation').poll();
  const { submitted } = await here.town.citizen('wang').applyFor(smallShop());
  expect(JSON.stringify(submitted.outcome)).toContain('case.pending');
  const [pending] = 'events' in submitted.outcome ? submitted.outcome.events : [];
  await officer.open(`/officer/cases/${String((pending?.[1] as { case?: string } | undefined)?.case)}`);
  await officer.page.getByText('市场主体登记管理条例 第四十条第三款').first().waitFor();
  found.push(...(await officer.look('officer-barred-applicant')));
}

/** The bureau above finds that it was wrong: the registration is as it was, and the bar goes with the annulment. */
async function undoneFromAbove(id: string): Promise<void> {
  const above = await signedIn(here, '盛督查', 1280);
  await above.open('/officer/annulments');
  await above.page.locator('li.row').first().getByRole('link').click();
  await above.page.waitForURL(/annulments\/[\w-]{22}$/);
  await above.page.getByRole('heading', { name: '下一步' }).waitFor();
  found.push(...(await above.look('superior-annulment')));
  await step(id, { step: 'undo' }, above);
  await above.page.getByText('解除不得再次申请的限制').first().waitFor();
  await here.town.department('province-market-regulation').poll();
  const { licence } = await here.town.citizen('wang').applyFor(smallShop());
  expect(licence).toBeDefined();
  expect(above.problems).toEqual([]);
  await above.close();
}

test('asked for by whoever was used, taken up, announced to a shop that cannot be reached, annulled, and undone when it was wrong', async () => {
  const held = await withLicence(citizen, '冒名茶馆');
  const id = await ask(held);
  found.push(...(await affected.look('annulment-asked')));
  await officer.open('/officer/annulments');
  found.push(...(await officer.look('officer-annulments')));
  await officer.open(`/officer/annulments/${id}`);
  await openSealed(officer, '在本部门打开');
  await officer.page.getByText('身份证曾经丢失').waitFor();
  found.push(...(await officer.look('officer-annulment')));
  await step(id, { step: 'take-up' });
  // Three months end on 1 September; the city makes that a day off while they run.
  await enterNotice(here.town, `${shop.region.slice(0, 4)}00`, '2026-09-01');
  await affected.open(`/annulment/${id}`);
  await affected.page.getByText('日历公布后重新计算期限').first().waitFor();
  await affected.page.getByText('2026年9月2日').first().waitFor();
  await step(id, { step: 'extend' });
  await step(id, { step: 'announce', reason: 'unreachable' });
  await verdict(citizen, held.number, '有效');
  await citizen.page.getByText('正在接受调查').waitFor();
  found.push(...(await citizen.look('verify-announced')));
  await pass(50);
  await step(id, { step: 'annul', reason: 'unopposed' });
  await verdict(citizen, held.number, '已撤销');
  await citizen.page.getByText('市场主体登记管理条例 第四十条第二款').waitFor();
  found.push(...(await citizen.look('verify-annulled')));
  await isBarredAndFoundAgain(id);
  await undoneFromAbove(id);
  await verdict(citizen, held.number, '有效');
  await signInAs(affected, '陈建国');
  await affected.open(`/annulment/${id}`);
  await affected.page.getByText('撤销决定有误').waitFor();
  await affected.page.getByRole('heading', { name: '文书' }).waitFor();
  await here.town.until(async () => {
    await here.town.department('market-regulation').poll();
    return true;
  });
  await affected.page.getByText('受理通知书').first().waitFor();
  found.push(...(await affected.look('annulment-documents')));
  await affected.page
    .getByRole('link', { name: /我的消息/ })
    .first()
    .click();
  await affected.page.getByText('撤销登记的申请已有结果').first().waitFor();
  found.push(...(await affected.look('annulment-inbox')));
}, 120_000);

test('not taken up is told in writing; a shop that speaks up is not annulled for its silence', async () => {
  await signInAs(citizen, '王秀英');
  await signInAs(affected, '陈建国');
  const held = await withLicence(citizen, '申辩茶馆');
  const first = await ask(held);
  await step(first, { step: 'decline', reason: 'identity-not-verified', words: '请到窗口核验身份后再申请。' });
  await affected.open(`/annulment/${first}`);
  await affected.page.getByText('不予受理，已书面通知').waitFor();
  const id = await opened(held.number);
  await step(id, { step: 'announce', reason: 'unwilling' });
  await citizen.open(`/annulment/${id}`);
  await citizen.page.getByRole('button', { name: '签名并提出异议' }).click();
  await citizen.page.getByText('商户提出异议').first().waitFor();
  await citizen.page.locator('input[name=stay-ground][value=lawsuit]').check();
  await citizen.page.getByRole('button', { name: '签名并申请中止' }).click();
  await citizen.page.getByText('申请中止调查').last().waitFor();
  found.push(...(await citizen.look('annulment-opposed')));
  await step(id, { step: 'stay' });
  await pass(10);
  await step(id, { step: 'resume' });
  await step(id, { step: 'reject', reason: 'not-false', words: '经查登记材料真实。' });
  await citizen.open(`/annulment/${id}`);
  await citizen.page.getByText('决定不予撤销').waitFor();
  await verdict(citizen, held.number, '有效');
  const partly = await opened(held.number);
  await step(partly, { step: 'annul-partly', particular: '联络员' });
  await verdict(citizen, held.number, '有效');
}, 120_000);

/** Somebody else's shop, whose number is all the story needs. */
async function another(tradeName: string): Promise<string> {
  const { licence } = await here.town.citizen('chen').applyFor({ ...smallShop(), tradeName });
  if (licence === undefined) throw new Error('no licence');
  return licence;
}

test('revoked by each of three grounds with its article, marked after six months, and still to be closed', async () => {
  const grounds = [
    ['registered-by-fraud', '第四十四条'],
    ['change-refused', '第四十六条'],
    ['licence-misused', '第四十八条第三款'],
  ] as const;
  await signInAs(citizen, '王秀英');
  const held = await withLicence(citizen, '吊销茶馆');
  const others = [await another('一号茶馆'), await another('二号茶馆')];
  for (const [at, number] of [...others, held.number].entries()) {
    const [reason, article] = grounds[at] ?? grounds[2];
    await actOn(officer, number, { deed: 'revoke', reason });
    await verdict(citizen, number, '已吊销');
    await citizen.page.getByText(`市场主体登记管理条例 ${article} ·`).waitFor();
  }
  found.push(...(await citizen.look('verify-revoked')));
  await pass(190);
  await actOn(officer, held.number, { deed: 'unclosed', reason: 'six-months' });
  await verdict(citizen, held.number, '已吊销');
  await citizen.page.getByText('特别标注').first().waitFor();
  found.push(...(await citizen.look('verify-unclosed')));
  await desk(held, 'close');
  await citizen.page.getByText('按一般程序注销').waitFor();
  await citizen.open('/register');
  await citizen.page.getByText('已吊销').first().waitFor();
  found.push(...(await citizen.look('register-endings')));
  expect([...found, ...citizen.problems, ...officer.problems, ...affected.problems]).toEqual([]);
}, 120_000);
