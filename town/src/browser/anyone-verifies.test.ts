import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { apply, download, giveFile, licenceNumber, shop, signInAs } from './walk.ts';

let here: PortalTown;
let visit: Visit;
let number: string;
let licence: { name: string; text: string };
let receipt: { name: string; text: string };
let proof: { name: string; text: string };

beforeAll(async () => {
  here = await openPortalTown();
  const citizen = await here.visit(1280);
  await signInAs(citizen, '王秀英');
  await apply(citizen, shop);
  await citizen.page.locator('.licence').waitFor();
  await here.town.cosigned();
  await citizen.page.reload();
  await citizen.page.locator('.licence').waitFor();
  number = await licenceNumber(citizen);
  licence = await download(citizen, () => citizen.page.getByRole('button', { name: '下载执照文件' }).click());
  receipt = await download(citizen, () => citizen.page.getByRole('button', { name: '下载回执' }).click());
  visit = await here.visit(1280);
  await visit.open(`/verify/${number}`);
  proof = await download(visit, () => visit.page.getByRole('button', { name: '下载证明' }).click());
}, 180_000);
afterAll(() => here?.close());

async function verdictOf(name: string, text: string): Promise<string> {
  await visit.open('/verify');
  await giveFile(visit, name, text);
  await visit.page.locator('.verdict-word').waitFor();
  return ((await visit.page.locator('.verdict').textContent()) ?? '').replace(/\s+/g, ' ');
}

test('the licence file shows 有效 and the name its holder disclosed; the public proof shows no name', async () => {
  expect(licence.name).toBe(`${number}.minglu.json`);
  expect(await verdictOf(licence.name, licence.text)).toMatch(/有效.*王秀英/);
  await visit.page.getByText('账本上现在的状态也是：有效').waitFor();
  expect(await visit.look('verify-file')).toEqual([]);
  const shown = await verdictOf(proof.name, proof.text);
  expect(shown).toContain('有效');
  expect(shown).not.toContain('王秀英');
});

test('the receipt is verified as a receipt', async () => {
  expect(await verdictOf(receipt.name, receipt.text)).toMatch(/回执有效.*提交申请/);
});

test('a changed name, trade name and witness line are 被改动, each naming its part', async () => {
  expect(await verdictOf('a', licence.text.replace('王秀英', '王秀芳'))).toMatch(/被改动.*经营者姓名/);
  expect(await visit.look('verify-changed')).toEqual([]);
  expect(await verdictOf('b', proof.text.replace('清风茶馆', '清风酒馆'))).toMatch(/被改动.*执照的登记内容/);
  const touched = receipt.text.replace(
    // Well before the end: the last character of base64 may not be any, and the line would be malformed instead.
    /(— witness-1[^\n]*)(.)(.{9})\n/,
    (_, head, last, tail) => `${head}${last === 'A' ? 'B' : 'A'}${tail}\n`,
  );
  expect(touched).not.toBe(receipt.text);
  expect(await verdictOf('c', touched)).toMatch(/被改动.*见证方的签名/);
});

test('a number nobody holds is 未找到 with a proof, a slip is a slip, and neither is called 被改动', async () => {
  const { page } = visit;
  await visit.open('/verify/92110105MA0000999W'.replace(/.$/, checkCharacter('92110105MA0000999')));
  await page.locator('.verdict-word', { hasText: '未找到' }).waitFor();
  expect(await page.locator('main').textContent()).not.toContain('被改动');
  expect(await visit.look('verify-absent')).toEqual([]);
  await visit.open('/verify');
  await page.locator('#licence-number').fill(`${number.slice(0, 17)}${number.endsWith('A') ? 'B' : 'A'}`);
  await page.getByRole('button', { name: '查验' }).click();
  await page.getByText('校验位对不上').waitFor();
});

test('a stranger’s file is not recognised, and is not accused', async () => {
  expect(await verdictOf('holiday.json', '{"type":"invoice"}')).toContain('认不出这个文件');
});

test('verify.html opened from disk without a network verifies the files and names what was changed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'minglu-verify-'));
  const fetched = await fetch(`${here.town.url}/verify.html`);
  await writeFile(join(folder, 'verify.html'), await fetched.text());
  const trust = await (await fetch(`${here.town.url}/trust.json`)).text();
  const reader = await here.visit(1280);
  const { page } = reader;
  const requests: string[] = [];
  await page.context().setOffline(true);
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`file://${join(folder, 'verify.html')}`);
  await giveFile(reader, licence.name, licence.text, '#file');
  await page.getByText('请先选择信任文件').waitFor();
  await giveFile(reader, 'trust.json', trust, '#trust');
  await page.locator('.verdict-word', { hasText: '有效' }).waitFor();
  expect(await page.locator('.verdict').textContent()).toContain('王秀英');
  expect(await reader.look('offline-valid')).toEqual([]);
  await giveFile(reader, receipt.name, receipt.text, '#file');
  await page.locator('.verdict-word', { hasText: '回执有效' }).waitFor();
  await giveFile(reader, 'x', licence.text.replace('王秀英', '王秀芳'), '#file');
  await page.locator('.verdict-word', { hasText: '被改动' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('The part that fails: the operator').waitFor();
  expect(await reader.look('offline-changed')).toEqual([]);
  expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
  expect(reader.problems).toEqual([]);
  await rm(folder, { recursive: true });
  await reader.close();
}, 60_000);

test('receipt and licence proof stay within their sizes', () => {
  expect(Buffer.byteLength(receipt.text)).toBeLessThanOrEqual(4096);
  expect(Buffer.byteLength(proof.text)).toBeLessThanOrEqual(8192);
});

/** GB 32100-2015. */
function checkCharacter(first17: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = [...first17].reduce((total, character, at) => total + alphabet.indexOf(character) * (3 ** at % 31), 0);
  return alphabet[(31 - (sum % 31)) % 31] as string;
}
