import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ATTESTERS, OFFICES, serviceRegistration } from '@minglu/city';
import { individualBusiness } from '@minglu/individual-business';
import {
  documentKey,
  formatDocumentProof,
  type JsonObject,
  parseStateProof,
  readSealedDocument,
} from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallShop } from '../stories/small-shop.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { apply, shop, signInAs } from './walk.ts';

/** Sealed by an organ that stands in no ledger. */
const SEALED = new URL('../../../vectors/protocol/sealed-documents.json', import.meta.url);

const DAY_MS = 86_400_000;
const ORGAN = 'market-regulation';
let here: PortalTown;
beforeAll(async () => {
  here = await openPortalTown();
}, 120_000);
afterAll(() => here?.close());

/** Presses 下载 of one document and gives the file. */
async function fetched(visit: Visit, title: string): Promise<{ name: string; bytes: Buffer }> {
  const waiting = visit.page.waitForEvent('download');
  await visit.page.getByRole('button', { name: `下载${title}` }).click();
  const file = await waiting;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/** verify.html, with the ledger's proof in a file of its own, as the page of 查验 hands it out. */
async function checksOffline(visit: Visit, bytes: Buffer): Promise<string[]> {
  const { page } = visit;
  const { town } = here;
  const { digest } = await readSealedDocument(bytes);
  const { value, state, block } = await town.client.get('/api/state', { key: documentKey(digest) });
  const proof = formatDocumentProof({ digest, value, state: parseStateProof(state as JsonObject), block });
  const trust = await town.client.getText('/trust.json', {});
  // Saved and opened from disk, as its readers do: the server hands it out as a download.
  const saved = join(town.directory, 'verify.html');
  await writeFile(saved, await (await fetch(`${town.url}/verify.html`)).text());
  await page.goto(`file://${saved}`);
  const give = (id: string, name: string, buffer: Buffer) =>
    page.locator(id).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await give('#trust', 'trust.json', Buffer.from(trust));
  await give('#file', '文书.pdf', bytes);
  await page.getByText('没有账本的证明').waitFor();
  await give('#file', '文书.pdf.proof.json', Buffer.from(proof));
  await page.getByText('盖章以后一个字都没有改过').waitFor();
  return await visit.look('offline-document');
}

/** The holder reads the document on the page; anybody drops it at 查验, whole, changed, unknown and without a seal. */
async function readsAndChecks(visit: Visit, bytes: Buffer): Promise<string[]> {
  const { page } = visit;
  const found: string[] = [];
  await page.getByRole('link', { name: '阅读不予登记通知书' }).click();
  await page.getByRole('status').getByText('盖章以后一个字都没有改过').waitFor();
  await page.locator('.document-text', { hasText: '名称与已登记的近似' }).waitFor();
  found.push(...(await visit.look('document-reading')), ...(await visit.look('document-reading', 1280)));
  await page.getByText('印章、时间戳和账本是怎么核验的').click();
  await page.getByText('witness-1.town.example').waitFor();
  await visit.open('/verify');
  const drop = async (name: string, buffer: Buffer, verdict: string) => {
    await page.locator('#evidence-file').setInputFiles({ name, mimeType: 'application/pdf', buffer });
    await page.getByText(name).waitFor();
    await page.getByRole('heading', { name: verdict }).waitFor();
  };
  await drop('文书.pdf', bytes, '印章有效');
  found.push(...(await visit.look('verify-document', 360)), ...(await visit.look('verify-document', 1280)));
  const changed = Buffer.from(bytes);
  changed[changed.indexOf('/FlateDecode') - 30] = 0x20;
  await drop('改过.pdf', changed, '被改动');
  found.push(...(await visit.look('verify-document-changed', 360)));
  await drop('无章.pdf', Buffer.from('%PDF-1.7 nothing'), '没有电子印章');
  const { unstamped } = JSON.parse(await readFile(SEALED, 'utf8'));
  await drop('陌生.pdf', Buffer.from(unstamped, 'base64'), '账本里没有这份文书');
  found.push(...(await visit.look('verify-document-unlisted', 360)));
  found.push(...(await checksOffline(visit, bytes)));
  return found;
}

const listed = (visit: Visit, title: string) => visit.page.locator('.documents li', { hasText: title }).waitFor();

test('the applicant and the officer fetch the 文书 of each step from the department; while it is down the page says so, and nothing is lost', async () => {
  const found: string[] = [];
  const { town } = here;
  const citizen = await here.visit(360);
  await signInAs(citizen, '赵小明');
  const id = await apply(citizen, { ...shop, tradeName: '小明文具店', search: '文具店' });
  await listed(citizen, '接收申请材料凭证');
  const officer = town.officer('li');
  await officer.decide(id, 'refuse', 'NAME-NOT-ALLOWED', '名称与已登记的近似，请另取名称。');
  await citizen.open(`/cases/${id}`);
  await listed(citizen, '不予登记通知书');
  found.push(...(await citizen.look('case-documents')));
  const { name, bytes } = await fetched(citizen, '不予登记通知书');
  expect(name).toMatch(/^不予登记通知书-.*〔\d{4}〕第\d+号\.pdf$/);
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
  const desk = await here.visit(1280);
  await signInAs(desk, '李登记');
  await desk.open(`/officer/cases/${id}`);
  await listed(desk, '不予登记通知书');
  found.push(...(await desk.look('officer-documents')));
  expect((await fetched(desk, '不予登记通知书')).bytes.equals(bytes)).toBe(true);

  found.push(...(await readsAndChecks(citizen, bytes)));
  const second = await here.visit(1280);
  await signInAs(second, '孙甜甜');
  const other = await apply(second, { ...shop, tradeName: '甜甜花店', search: '花店' });
  await listed(second, '接收申请材料凭证');
  await officer.signer();
  await town.kill(ORGAN);
  await officer.act('cases.decide', { case: other, decision: 'grant' });
  await second.open(`/cases/${other}`);
  await second.page.getByText('现在连不上办理部门').waitFor();
  found.push(...(await second.look('case-documents-away')));
  await town.revive(ORGAN);
  await listed(second, '准予登记通知书');
  found.push(...(await second.look('case-documents-back')));
  expect(found).toEqual([]);
  // A department that is down is an error of the network in the browser's own list: of the second visit alone.
  expect([...citizen.problems, ...desk.problems]).toEqual([]);
  await citizen.close();
  await desk.close();
  await second.close();
}, 150_000);

test('a licence with a term says 未生效 before its day and 已过期 after it, and neither is a punishment', async () => {
  const found: string[] = [];
  const { town } = here;
  const place = { organ: 'province-market-regulation', attesters: ATTESTERS, offices: OFFICES };
  const body = serviceRegistration(individualBusiness, place);
  const register = async (version: number, licence: JsonObject) => {
    const timed = { ...(body.licence as JsonObject), ...licence, validDays: 30 };
    const { outcome } = await town.founder('services.register', { ...body, version, licence: timed });
    expect(outcome).toHaveProperty('events');
  };
  const version = Number(body.version);
  await register(version + 1, {});
  const { licence = '' } = await town.citizen('wang').applyFor(smallShop('有期茶馆'));
  await register(version + 2, { separately: true });
  const waiting = await town.citizen('wang').applyFor(smallShop('未到茶馆'));
  const from = town.nowMs() + DAY_MS;
  await town.officer('li').act('licences.issue', { case: waiting.id, from });
  const { case: issued } = await town.client.get('/api/cases/{id}', { id: waiting.id });
  const visit = await here.visit(360);
  const shows = async (number: string, word: string) => {
    await visit.open(`/verify/${number}`);
    await visit.page.getByRole('heading', { name: word, exact: true }).waitFor();
  };
  await shows(licence, '有效');
  await visit.page.getByText('有效期至').waitFor();
  await shows(String(issued.licence), '未生效');
  found.push(...(await visit.look('verify-not-yet')), ...(await visit.look('verify-not-yet', 1280)));
  await visit.showTime(town.nowMs() + 31 * DAY_MS);
  await shows(licence, '已过期');
  await visit.page.getByText('这不是处罚').waitFor();
  found.push(...(await visit.look('verify-expired', 360)), ...(await visit.look('verify-expired', 1280)));
  expect([...found, ...visit.problems]).toEqual([]);
  await visit.close();
}, 90_000);
