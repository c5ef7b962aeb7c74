import { idNumberCheck, type Person } from '@minglu/department';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { caseIn, desk, grant, type Held, heading, signedIn, withLicence } from './licence-walk.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { download, giveFile, signInAs } from './walk.ts';

const DAY_MS = 86_400_000;

/** Of the register of persons: one to whom the other two are what the law says. */
function townsperson(id: string, name: string, birthDate: string, kin?: Person['kin']): Person {
  const first17 = `990101${birthDate.replaceAll('-', '')}917`;
  const more = kin === undefined ? {} : { kin };
  const about = { idNumber: first17 + idNumberCheck(first17), birthDate, identityLevel: 2 as const };
  const address = '安宁里 1 号 201 室';
  return { id, name, ...about, address, phone: '19988870000', duties: [], note: '故事', ...more };
}

const people = [
  townsperson('ning', '宁受护', '1988-03-03', { guardian: ['ningfu'], 'close-relative': ['ningjie'] }),
  townsperson('ningfu', '宁监护', '1958-04-04'),
  townsperson('ningjie', '宁近亲', '1986-05-05'),
];

let here: PortalTown;
let holder: Visit;
let agent: Visit;
let held: Held;
beforeAll(async () => {
  here = await openPortalTown({ people });
  holder = await signedIn(here, '宁受护', 360);
  agent = await here.visit(360);
  held = await withLicence(holder, '代办茶馆');
}, 120_000);
afterAll(() => here?.close());

const found: string[] = [];
const dayFromNow = (days: number) => new Date(here.town.nowMs() + days * DAY_MS).toISOString().slice(0, 10);

/** The agent's side: a code on the screen. */
async function codeOf(visit: Visit): Promise<string> {
  await visit.open('/represent');
  await visit.page.getByRole('button', { name: '出示我的代码' }).click();
  return (await visit.page.locator('#agent-code').textContent()) ?? '';
}

interface Given {
  readonly form: string;
  readonly name: string;
  readonly code: string;
}

/** The holder's side, up to the last button. */
async function fillMandate({ form, name, code }: Given): Promise<void> {
  const { page } = holder;
  await holder.open(`/cases/${held.id}/agents`);
  await page.getByRole('button', { name: '新的委托' }).click();
  await page.locator(`input[name=appoint-form][value="${form}"]`).check();
  await page.locator('#appoint-code').fill(code);
  await page.locator('#appoint-name').fill(name);
  await page.locator('#appoint-until').fill(dayFromNow(30));
}

async function appoint(given: Given): Promise<void> {
  await fillMandate(given);
  await holder.page.getByRole('button', { name: '签名并委托' }).click();
  await holder.page.getByText('已委托').first().waitFor();
}

/** The case as whoever acts for its holder opens it. */
async function openAsAgent(visit: Visit): Promise<void> {
  await visit.page.getByRole('link', { name: '代办茶馆' }).first().click();
  await visit.page.getByText('您正在代理宁受护').waitFor();
}

/** 备案 by whoever is at this browser. */
async function file(visit: Visit, contact: string): Promise<void> {
  await desk({ ...held, visit }, 'file');
  await visit.page.locator('#file-contact').fill(contact);
  await visit.page.locator('main button[type=submit]').click();
}

async function withdraw(name: string): Promise<void> {
  await holder.open(`/cases/${held.id}/agents`);
  await holder.page.getByRole('button', { name: `立即撤回 ${name}` }).click();
  await holder.page.getByText('已撤回').first().waitFor();
}

/** What the represented reads among the messages, once the department has read the log. */
async function isTold(...words: readonly RegExp[]): Promise<void> {
  const { page } = holder;
  for (const one of words)
    await vi.waitFor(
      async () => {
        await holder.open('/messages');
        await page.locator('.inbox-item', { hasText: one }).first().waitFor({ timeout: 2_000 });
      },
      { timeout: 20_000, interval: 200 },
    );
}

test('经办人: appointed by code, sees what the mandate names, files, and takes nothing back; the holder is told and ends it', async () => {
  await signInAs(agent, '王秀英');
  const code = await codeOf(agent);
  found.push(...(await agent.look('represent-code')));
  await fillMandate({ form: 'handler', name: '', code: code.slice(0, -1) });
  await holder.page.getByRole('button', { name: '签名并委托' }).click();
  await holder.page.getByRole('heading', { name: '有内容需要改正' }).waitFor();
  found.push(...(await holder.look('appoint-problems')));
  await appoint({ form: 'handler', name: '王秀英', code });
  found.push(...(await holder.look('agents-given')));

  await openAsAgent(agent);
  // The holder's own words, sealed to the agent's key when the mandate was given.
  await agent.page.getByText('宁受护').first().waitFor();
  await agent.page.locator('.licence').waitFor();
  expect(await agent.page.getByRole('heading', { name: '委托他人办理' }).count()).toBe(0);
  found.push(...(await agent.look('case-as-agent')));
  await desk({ ...held, visit: agent });
  await agent.page.getByRole('link', { name: '变更登记' }).waitFor();
  expect(await agent.page.getByRole('link', { name: /注销/ }).count()).toBe(0);
  found.push(...(await agent.look('licence-desk-as-agent')));

  await agent.page.getByRole('link', { name: '变更登记' }).click();
  await agent.page.locator('input[name=change-kind][value=name]').check();
  await agent.page.locator('#change-name').fill('代办清茶馆');
  await agent.page.locator('main button[type=submit]').click();
  await heading(agent, /代办清茶馆.*变更/);
  const change = caseIn(agent);
  expect(await agent.page.getByRole('button', { name: '撤回申请' }).count()).toBe(0);

  await isTold(/由经办人办理：申请变更登记/);
  found.push(...(await holder.look('inbox-agent-acted')));
  await holder.open(`/cases/${held.id}/agents`);
  await holder.page.getByText('办理过 1 次').click();
  await holder.page.getByRole('link', { name: '查看' }).click();
  await heading(holder, /代办清茶馆.*变更/);
  // What an agent filed is the holder's: he may take it back.
  await holder.page.getByRole('button', { name: '撤回申请' }).waitFor();
  const officer = await signedIn(here, '李登记', 1280);
  await officer.open(`/officer/cases/${change}`);
  await officer.page.getByText('由经办人代为提交').waitFor();
  await officer.page.getByRole('button', { name: '核对代理人的委托' }).click();
  await officer.page.locator('#appoint-code').fill(code);
  await officer.page.getByText('是当事人委托的经办人').waitFor();
  await grant(officer, change);
  found.push(...(await officer.look('officer-case-by-agent')));

  await withdraw('王秀英');
  await isTold(/委托已终止/);
  await file(agent, '不再有效');
  await agent.page.locator('main .notice.tone-bad, main [role=alert]').first().waitFor();
  await agent.open('/represent');
  await agent.page.getByText('已经终止的委托').waitFor();
  expect(await agent.page.getByRole('link', { name: /代办/ }).count()).toBe(0);
  await agent.open(`/cases/${held.id}`);
  await agent.page.getByText('这一件的钥匙不在这台设备上').waitFor();
  found.push(...(await agent.look('represent-over')));
}, 120_000);

test('监护人: nobody is one on the holder’s word; attested, he acts, and resigns', async () => {
  const stranger = await codeOf(agent);
  await fillMandate({ form: 'guardian', name: '陌生人', code: stranger });
  await holder.page.getByRole('button', { name: '签名并委托' }).click();
  await holder.page.getByText('登记里没有这种关系').waitFor();
  found.push(...(await holder.look('appoint-no-guardian')));
  const guardian = await signedIn(here, '宁监护', 360);
  await appoint({ form: 'guardian', name: '父亲', code: await codeOf(guardian) });
  await guardian.open('/represent');
  found.push(...(await guardian.look('represent-guardian')));
  await openAsAgent(guardian);
  await desk({ ...held, visit: guardian }, 'rest');
  await guardian.page.locator('input[name=rest-reason][value=PUBLIC-HEALTH]').check();
  await guardian.page.locator('#rest-until').fill(dayFromNow(60));
  await guardian.page.getByRole('button', { name: '签名并办理歇业' }).click();
  await guardian.page.locator('.tag', { hasText: '歇业' }).waitFor();
  await isTold(/由您的监护人办理/);
  await guardian.open('/represent');
  await guardian.page.getByRole('button', { name: /辞去代理/ }).click();
  await guardian.page.getByText('已经终止的委托').waitFor();
  await holder.open(`/cases/${held.id}/agents`);
  await holder.page.getByText('已撤回').first().waitFor();
  await guardian.close();
}, 120_000);

test('an agent’s keys go to another phone in a file and act there under the same mandate; the holder sees one agent as before', async () => {
  const passphrase = '明月几时有 把酒问青天';
  const first = await here.visit(360);
  const code = await codeOf(first);
  await first.page.getByRole('button', { name: '保存这把代理钥匙' }).click();
  await first.page.locator('#backup-passphrase').fill(passphrase);
  await first.page.locator('#backup-again').fill(passphrase);
  found.push(...(await first.look('represent-backup', 1280)), ...(await first.look('represent-backup', 360)));
  const saved = await download(first, () => first.page.getByRole('button', { name: '加密并保存' }).click());
  expect(saved.name).toMatch(/^[\w-]{8}\.minglu-agent\.json$/);
  await appoint({ form: 'handler', name: '跑腿的', code });
  await first.page.getByText('已经接受您的代码').first().waitFor();
  await first.close();

  const second = await here.visit(360);
  await second.open('/help/keys');
  await giveFile(second, saved.name, saved.text, '#key-file');
  await second.page.locator('#key-passphrase').fill(passphrase);
  await second.page.getByRole('button', { name: '在这台设备上启用' }).click();
  await second.page.getByText('代理钥匙已在这台设备上').waitFor();
  found.push(...(await second.look('agent-key-brought', 1280)), ...(await second.look('agent-key-brought', 360)));
  await second.open('/represent');
  await openAsAgent(second);
  // Sealed to the key when the mandate was given, to a phone that is gone.
  await second.page.getByText('宁受护').first().waitFor();
  await file(second, '换了手机');
  await second.page.getByText('已经备案').waitFor();
  await holder.open(`/cases/${held.id}/agents`);
  await holder.page.locator('.mandate[data-force=true]').first().waitFor();
  expect(await holder.page.locator('.mandate[data-force=true]').count()).toBe(1);
  await withdraw('跑腿的');
  expect(second.problems).toEqual([]);
  await second.close();
}, 120_000);

test('近亲属 and 法定代表人: each appointed, acts, is told of, and is withdrawn', async () => {
  const sister = await signedIn(here, '宁近亲', 360);
  const acting = async (form: string, name: string, said: RegExp) => {
    await appoint({ form, name, code: await codeOf(sister) });
    await sister.open('/represent');
    await openAsAgent(sister);
    await file(sister, name);
    await sister.page.getByText('已经备案').waitFor();
    await isTold(said);
    await withdraw(name);
  };
  await acting('close-relative', '姐姐', /由近亲属办理：办理备案/);
  await acting('legal-representative', '负责人', /由法定代表人办理：办理备案/);
  await sister.close();
  expect([...found, ...holder.problems, ...agent.problems]).toEqual([]);
}, 120_000);
