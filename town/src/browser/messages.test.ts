import {
  GATEWAY_KEY,
  type MailServer,
  type SmsGateway,
  startMailServer,
  startSmsGateway,
} from '@minglu/department/testing';
import { seal } from '@minglu/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { apply, fillForm, send, shop, signInAs } from './walk.ts';

let here: PortalTown;
let mail: MailServer;
let gateway: SmsGateway;
beforeAll(async () => {
  mail = await startMailServer();
  gateway = await startSmsGateway();
  gateway.status = 'delivered';
  const { port, certificate: ca } = mail;
  const email = { host: '127.0.0.1', port, tls: 'required', ca, from: 'notice@town.example' } as const;
  here = await openPortalTown({ messages: { email, sms: { url: gateway.url, ...GATEWAY_KEY } } });
}, 120_000);
afterAll(async () => {
  await here?.close();
  await mail?.close();
  await gateway?.close();
});

const found: string[] = [];
const mails = (to: string) => mail.received.filter((one) => one.to.includes(to));

async function signedIn(name: string, width: 360 | 1280): Promise<Visit> {
  const visit = await here.visit(width);
  await signInAs(visit, name);
  return visit;
}

/** The unread count in the head; nothing there is none. */
const unread = (visit: Visit) =>
  visit.page.locator('.inbox-count').evaluateAll((all) => all.map((one) => Number.parseInt(one.textContent ?? '', 10)));

async function organOf(id: string): Promise<string> {
  return String((await here.town.client.get('/api/cases/{id}', { id })).case.organ);
}

test('returned while the department was dead: the inbox says so, and then has it, with exactly one e-mail', async () => {
  const { town } = here;
  const citizen = await signedIn('赵小明', 360);
  await citizen.open('/messages');
  await citizen.page.getByText('还没有消息').waitFor();
  found.push(...(await citizen.look('messages-none')));
  const to = 'xiaoming@example.com';
  const id = await apply(citizen, {
    ...shop,
    tradeName: '小明书屋',
    search: '书店',
    email: to,
    phone: '138 0000 0000',
  });
  await citizen.page.getByText(to).waitFor();
  found.push(...(await citizen.look('case-contact')));
  await expect.poll(() => mails(to).length, { timeout: 10_000 }).toBe(1);
  const organ = await organOf(id);
  const officer = town.officer('li', organ);
  await officer.signer();
  const { keys } = await (await fetch(`${town.department(organ).url}/about`)).json();
  await town.kill(organ);
  const words = { reason: await seal('请补租赁合同', keys.sealing) };
  await officer.act('cases.supplement', { case: id, points: ['premises-paper'] }, words);
  await citizen.open('/messages');
  await citizen.page.getByText(/暂时联系不上/).waitFor();
  found.push(...(await citizen.look('messages-silent')));
  for (let time = 0; time < 2; time++) {
    await town.revive(organ);
    await expect.poll(() => mails(to).length, { timeout: 10_000 }).toBe(2);
    if (time === 0) await town.kill(organ);
  }
  const [, returned] = mails(to);
  expect(returned!.isSecure).toBe(true);
  for (const secret of ['小明', '13800000000', id]) expect(returned!.text).not.toContain(secret);
  await citizen.open('/messages');
  await citizen.page.getByRole('link', { name: /小明书屋”：需要补正/ }).waitFor();
  expect(await unread(citizen)).toEqual([2]);
  await citizen.page
    .getByText(/邮件 已交给服务商/)
    .first()
    .waitFor();
  await citizen.page
    .getByText(/短信 已送达/)
    .first()
    .waitFor();
  found.push(...(await citizen.look('messages')));
  await citizen.page.getByRole('button', { name: '长辈模式' }).click();
  found.push(...(await citizen.look('messages-elder')));
  await citizen.page.getByRole('button', { name: /退出长辈模式/ }).click();
  await citizen.page.getByRole('button', { name: 'English' }).click();
  await citizen.page.getByRole('heading', { level: 1, name: 'My messages' }).waitFor();
  found.push(...(await citizen.look('messages-en')));
  await citizen.page.getByRole('button', { name: '中文' }).click();
  const texts = [...gateway.messages.values()];
  expect(texts.map((one) => one.to)).toEqual(['13800000000', '13800000000']);
  for (const { text } of texts)
    for (const secret of ['小明', '书', id, '13800000000', '赵']) expect(text).not.toContain(secret);
  await citizen.page.getByRole('link', { name: /小明书屋”：需要补正/ }).click();
  await citizen.page.getByRole('heading', { level: 1, name: /需要补正/ }).waitFor();
  expect(await unread(citizen)).toEqual([1]);
  expect(mails(to).length).toBe(2);
  const desk = await signedIn('李登记', 1280);
  await desk.open(`/officer/cases/${id}`);
  await desk.page.getByText('看原文').first().click();
  found.push(...(await desk.look('officer-sent')));
  expect([...found, ...citizen.problems, ...desk.problems]).toEqual([]);
  await citizen.close();
  await desk.close();
}, 120_000);

test('a contact given while the department is dead is kept, goes to it later, is changed and taken back', async () => {
  const { town } = here;
  const visit = await signedIn('王秀英', 1280);
  const { page } = visit;
  await fillForm(visit, { ...shop, tradeName: '秀英茶馆', email: 'xiuying@example.com' });
  await page.getByRole('link', { name: /更改.*联系方式|修改.*联系方式/ }).click();
  await page.locator('#contact-email').fill('xiuying');
  await page.locator('#contact-service').check();
  await page.locator('main button[type=submit]').click();
  await page.getByRole('heading', { name: '有内容需要改正' }).waitFor();
  found.push(...(await visit.look('apply-contact-wrong')));
  await page.locator('#contact-email').fill('xiuying@example.com');
  await page.locator('main button[type=submit]').click();
  await page.waitForURL(/\/check$/);
  await town.kill('market-regulation');
  await send(visit);
  await page.waitForURL(/\/cases\/[\w-]{22}$/);
  await page.getByText('联系方式还没交到登记机关').waitFor();
  found.push(...(await visit.look('case-contact-waiting')));
  await town.revive('market-regulation');
  expect(mails('xiuying@example.com')).toEqual([]);
  const url = page.url();
  await visit.open('/messages');
  await page.getByRole('link', { name: /秀英茶馆”：准予登记/ }).waitFor();
  found.push(...(await visit.look('messages')));
  await expect.poll(() => mails('xiuying@example.com').length, { timeout: 10_000 }).toBe(1);
  await page.goto(url);
  await page.getByText('xiuying@example.com').waitFor();
  await page.getByRole('button', { name: '修改联系方式' }).click();
  await page.locator('#contact-email').fill('second@example.com');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('second@example.com').waitFor();
  await page.getByRole('button', { name: '删除联系方式' }).click();
  await page.getByText('没有留联系方式').waitFor();
  await page.reload();
  await page.getByText('没有留联系方式').waitFor();
  expect(mails('second@example.com')).toEqual([]);
  expect([...found, ...visit.problems]).toEqual([]);
  await visit.close();
}, 120_000);

test('a sign-in that is about to end warns, is prolonged by one press, and one that ended loses nothing typed', async () => {
  const visit = await signedIn('陈建国', 360);
  const { page } = visit;
  const endIn = (ms: number) =>
    page.evaluate((left) => {
      const session = JSON.parse(sessionStorage.getItem('minglu.session') ?? '{}');
      sessionStorage.setItem('minglu.session', JSON.stringify({ ...session, expiresAt: Date.now() + left }));
    }, ms);
  await visit.open('/apply/individual-business/name');
  await page.locator('#answer-name').fill('建国修车');
  await endIn(100_000);
  await page.reload();
  await page.getByText('登录将在两分钟内结束').waitFor();
  found.push(...(await visit.look('session-ending')));
  await page.getByRole('button', { name: '继续登录' }).click();
  await page.getByText('登录将在两分钟内结束').waitFor({ state: 'detached' });
  await endIn(2_500);
  await page.reload();
  await page.getByText('登录已经结束').waitFor();
  found.push(...(await visit.look('session-ended')));
  expect(await page.locator('#answer-name').inputValue()).toBe('建国修车');
  expect([...found, ...visit.problems]).toEqual([]);
  await visit.close();
}, 60_000);
