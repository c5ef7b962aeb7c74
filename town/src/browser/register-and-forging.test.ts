import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTrustFile, verifyLicenceProof } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { apply, licenceNumber, shop, signInAs } from './walk.ts';

let here: PortalTown;
let number: string;
let holder: Visit;
let caseId: string;
const folder = mkdtempSync(join(tmpdir(), 'minglu-forging-'));
beforeAll(async () => {
  here = await openPortalTown();
  const visit = await here.visit(1280);
  await visit.open('/try');
  await visit.page.getByText('还没有证照').waitFor();
  await visit.open('/register');
  await visit.page.getByText('没有符合的登记').waitFor();
  await visit.close();
  holder = await here.visit(360);
  await signInAs(holder, '王秀英');
  caseId = await apply(holder, shop);
  number = await licenceNumber(holder);
}, 180_000);
afterAll(async () => {
  await holder?.close();
  await here?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function download(visit: Visit): Promise<string> {
  const [file] = await Promise.all([
    visit.page.waitForEvent('download'),
    visit.page.getByRole('button', { name: /^下载/ }).click(),
  ]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return readFileSync(path, 'utf8');
}

/** What the command line's verifier says of the file, from a trust file of its own. */
async function codeOf(text: string): Promise<string> {
  const trust = await parseTrustFile(await (await fetch(`${here.town.url}/trust.json`)).text());
  return verifyLicenceProof(text, { trust }).then(
    () => 'true',
    (error: { code?: string }) => error.code ?? 'no code',
  );
}

test.each([360, 1280] as const)(
  'whatever is changed in a true proof is noticed, with the code of the command line, at %i',
  async (width) => {
    const visit = await here.visit(width);
    const { page } = visit;
    const found: string[] = [];
    await visit.open('/try');
    await page.locator('.verdict[data-tone=good]').waitFor();
    found.push(...(await visit.look('try-true')));
    expect(await codeOf(await download(visit))).toBe('true');
    const parts = page.getByRole('radio');
    expect(await parts.count()).toBe(8);
    for (let at = 1; at < 8; at++) {
      await parts.nth(at).check();
      await page.locator('.verdict[data-tone=bad]').waitFor();
      const shown = await page.locator('.verdict .mono').first().textContent();
      expect(await codeOf(await download(visit))).toBe(shown);
      if (at === 1) found.push(...(await visit.look('try-forged')));
      await parts.nth(0).check();
      await page.locator('.verdict[data-tone=good]').waitFor();
    }
    await parts.nth(1).check();
    await page.getByRole('textbox').fill('另一家店');
    await page.locator('.verdict[data-tone=bad]').waitFor();
    expect(await download(visit)).toContain('另一家店');
    expect([...found, ...visit.problems]).toEqual([]);
    await visit.close();
  },
  120_000,
);

test.each([360, 1280] as const)(
  'anybody looks through the register by name, district and month, and checks a row, at %i',
  async (width) => {
    const visit = await here.visit(width);
    const { page } = visit;
    await visit.open('/register');
    const rows = page.locator('.list > li');
    await rows.first().waitFor();
    const found = await visit.look('register');
    const search = async (name: string, region: string): Promise<void> => {
      await page.getByRole('textbox', { name: '名称的一部分' }).fill(name);
      await page.getByRole('combobox').selectOption(region);
      await page.getByRole('button', { name: '查找' }).click();
    };
    await search('没有这家店', '');
    await page.getByText('没有符合的登记').waitFor();
    await search('', '990203');
    await page.getByText('没有符合的登记').waitFor();
    await search('', '');
    await rows.filter({ hasText: number }).getByRole('link').click();
    await page.locator('.verdict[data-tone=good]').waitFor();
    expect([...found, ...visit.problems]).toEqual([]);
    await visit.close();
  },
  60_000,
);

test('the holder holds the licence out: a code that leads to its check, proved again while it is shown, with a running clock', async () => {
  const { page } = holder;
  await holder.open(`/cases/${caseId}`);
  await page.getByRole('link', { name: '亮证' }).click();
  await page.locator('.shown .tag', { hasText: '有效' }).waitFor();
  const found = await holder.look('show-licence');
  expect(await page.getByRole('img', { name: new RegExp(number) }).isVisible()).toBe(true);
  expect(await page.locator('.shown').textContent()).toContain('王秀英');
  const clock = page.getByRole('timer');
  const before = await clock.textContent();
  await expect.poll(() => clock.textContent()).not.toBe(before);
  expect([...found, ...holder.problems]).toEqual([]);
}, 60_000);

test('somebody who does not hold the case is shown the licence without the operator’s name', async () => {
  const visit = await here.visit(360);
  await visit.open(`/cases/${caseId}/show`);
  await visit.page.locator('.shown .tag', { hasText: '有效' }).waitFor();
  expect(await visit.page.locator('.shown').textContent()).not.toContain('王秀英');
  await visit.close();
}, 60_000);
