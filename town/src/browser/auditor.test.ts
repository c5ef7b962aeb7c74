import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tryMinglu } from '../run-minglu.ts';
import { smallShop } from '../stories/small-shop.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { download, signInAs } from './walk.ts';

const ORGAN = 'market-regulation';
let here: PortalTown;
let folder: string;
let caseId: string;
let auditor: Visit;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minglu-auditor-'));
  here = await openPortalTown({ anchors: true, administrators: true });
  const { town } = here;
  caseId = (await town.citizen('wang').applyFor({ ...smallShop('审计茶馆'), manual: true })).id;
  // An officer opens what the applicant sealed, and says what for.
  await town.officer('zhou').open(caseId, 'operator', 'verify');
  auditor = await here.visit(1280);
  await signInAs(auditor, '沈审计');
}, 120_000);
afterAll(async () => {
  await here?.close();
  await rm(folder, { recursive: true, force: true });
});

const looks = async (visit: Visit, name: string): Promise<string[]> => [
  ...(await visit.look(name, 360)),
  ...(await visit.look(name, 1280)),
];

test('the auditor finds who opened sealed words of a case, sees who looked and when, and exports it with proof', async () => {
  const { page } = auditor;
  const found: string[] = [];
  await auditor.open('/auditor');
  await page.locator('.audit-line').first().waitFor();
  found.push(...(await looks(auditor, 'auditor')));
  await page.getByRole('button', { name: '谁打开过密封内容' }).click();
  await page.locator('#audit-org').selectOption(ORGAN);
  await page.getByRole('button', { name: '查询', exact: true }).click();
  const line = page.locator('.audit-line[data-kind=unmask]', { hasText: '用途：核对身份与材料' }).first();
  await line.waitFor();
  expect(await line.textContent()).toContain('东湖区市场监督管理局');
  found.push(...(await auditor.look('auditor-unmask')));
  await line.getByRole('link', { name: `办件 ${caseId.slice(0, 6)}` }).click();
  await page.locator('.audit-timeline').waitFor();
  expect(await page.locator('.audit-timeline').textContent()).toContain('打开密封的内容');
  found.push(...(await looks(auditor, 'auditor-looked')));

  await auditor.open(`/auditor?kind=unmask&org=${ORGAN}`);
  const button = page.getByRole('button', { name: /^导出：.*东湖区/ });
  await button.waitFor();
  // The department anchors its stream within ten seconds.
  await here.town.until(() => here.town.node.read(`audit/department:${ORGAN}`).value !== undefined);
  const file = await download(auditor, () => button.click());
  await page.getByText('已导出并核对').waitFor();
  found.push(...(await looks(auditor, 'auditor-export')));
  const [whole, bent] = ['whole.jsonl', 'bent.jsonl'].map((name) => join(folder, name));
  await writeFile(whole ?? '', file.text);
  await writeFile(bent ?? '', file.text.replace('verify', 'review'));
  await writeFile(join(folder, 'trust.json'), await (await fetch(`${here.town.url}/trust.json`)).text());
  const checked = await tryMinglu('audit', 'check', whole ?? '');
  expect([checked.code, checked.printed.join('\n')]).toEqual([0, expect.stringMatching(/unmask [1-9]/)]);
  expect((await tryMinglu('audit', 'check', bent ?? '')).printed.join('\n')).toContain('audit-export-line');
  expect([...found, ...auditor.problems]).toEqual([]);
}, 90_000);

test('a hold takes two people, and a finding is answered by the organ’s head in words that the auditor reads', async () => {
  const { page } = auditor;
  const found: string[] = [];
  await auditor.open(`/auditor/cases/${caseId}`);
  await page.getByRole('button', { name: '签名并保全' }).click();
  await page.getByText('已保全，等待第二人确认').waitFor();
  const second = await here.visit(360);
  await signInAs(second, '白安全');
  await second.open('/auditor/holds');
  await second.page.getByRole('button', { name: '确认保全' }).click();
  await second.page.getByText('已保全', { exact: true }).waitFor();
  // Asking for the end is an auditor's.
  expect(await second.page.getByRole('button', { name: '请求解除' }).count()).toBe(0);
  found.push(...(await looks(second, 'auditor-holds')));

  await page.locator('#finding-words').fill('周审核没有经办这件办件，却在非工作时间打开了密封内容，请说明。');
  await page.getByRole('button', { name: '签名并提出' }).click();
  await page.getByText('已提出', { exact: true }).waitFor();
  const head = await here.visit(1280);
  await signInAs(head, '郑局长');
  await head.open('/officer/findings');
  await head.page.getByRole('button', { name: '打开审计发现的说明' }).click();
  await head.page.getByText('请说明').waitFor();
  await head.page.getByRole('radio', { name: '已经改正' }).check();
  await head.page.locator('textarea').fill('已经约谈，并收回其权限。');
  found.push(...(await looks(head, 'organ-findings')));
  await head.page.getByRole('button', { name: '签名并答复' }).click();
  await head.page.getByText('已答复').waitFor();

  await auditor.open('/auditor/findings');
  await page.getByRole('button', { name: '打开答复的说明' }).click();
  await page.getByText('已经约谈').waitFor();
  found.push(...(await looks(auditor, 'auditor-findings')));
  await auditor.open('/auditor/emergencies');
  await page.getByText('没有应急访问').waitFor();
  expect([...found, ...auditor.problems, ...second.problems, ...head.problems]).toEqual([]);
}, 90_000);

test('whoever is no auditor hears what is lacking before drawing, not after', async () => {
  const officer = await here.visit(360);
  await signInAs(officer, '李登记');
  await officer.open('/auditor/sample');
  await officer.page.getByText(/您缺少/).waitFor();
  expect(await officer.page.locator('#sample-count').count()).toBe(0);
  expect([...(await officer.look('auditor-sample-refused')), ...officer.problems]).toEqual([]);
}, 60_000);

test('a sample is drawn by a checkpoint’s root and decided again, and each signature is checked in the browser', async () => {
  const { page } = auditor;
  await here.town.citizen('chen').applyFor(smallShop('抽查茶馆'));
  await here.town.officer('li').decide(caseId, 'grant');
  await auditor.open('/auditor/sample');
  await page.locator('#sample-count').selectOption('3');
  await page.getByRole('button', { name: '抽取并重算' }).click();
  await page.getByText('全部相同').waitFor();
  await page.getByText('签名有效').nth(2).waitFor();
  expect(await page.getByText('证明不成立').count()).toBe(0);
  const found = await looks(auditor, 'auditor-sample');
  expect([...found, ...auditor.problems]).toEqual([]);
}, 60_000);
