import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { apply, licenceNumber, shop, signInAs } from './walk.ts';

/** Script, compressed, that a page may need; the bar is 200 KB. */
const MOST_BYTES = 195_000;
const BUDGETS: Readonly<Record<string, number>> = {
  'the home page': 145_000,
  'the home page, looking for a matter': 165_000,
  'a guide': 145_000,
  'verifying a number': 165_000,
  'the history': 165_000,
};

let here: PortalTown;
beforeAll(async () => {
  here = await openPortalTown();
}, 120_000);
afterAll(() => here?.close());

/** Collects what axe and the screen's edge say of every page shown. */
function lookingAt(visit: Visit) {
  const found: string[] = [];
  const look = async (name: string) => void found.push(...(await visit.look(name)));
  return { found, look };
}

async function walkEverything(visit: Visit, tradeName: string): Promise<string[]> {
  const { found, look } = lookingAt(visit);
  const { page } = visit;
  await visit.open('/');
  await page.locator('.card .tag').first().waitFor();
  await look('home');
  await page.getByRole('searchbox').fill('开个小店');
  await page.locator('.matter-results li').first().waitFor();
  await look('home-found');
  await page.getByRole('searchbox').fill('量子力学');
  await page.locator('.matter-results .notice').waitFor();
  await look('home-found-nothing');
  await visit.open('/matters');
  await page.locator('.list li').first().waitFor();
  await look('matters');
  await visit.open('/matters/individual-business');
  await page.locator('.licence').waitFor();
  await look('matter');
  await visit.open('/matters/id-card');
  await page.locator('.list li').first().waitFor();
  await look('matter-demonstration');
  await visit.open('/sign-in');
  await page.getByRole('button', { name: '王秀英' }).waitFor();
  await look('sign-in');
  await signInAs(visit, '王秀英');
  await visit.open('/apply/individual-business');
  await look('apply-start');
  await apply(visit, { ...shop, tradeName }, look);
  await page.locator('.licence').waitFor();
  await look('case');
  const number = await licenceNumber(visit);
  await visit.open('/cases');
  await page.locator('.list .tag').waitFor();
  await look('cases');
  await visit.open('/verify');
  await look('verify');
  await visit.open(`/verify/${number}`);
  await page.locator('.verdict[data-tone=good]').waitFor();
  await page.locator('.verdict summary').click();
  await look('verify-valid');
  await visit.open('/about');
  await page.locator('.fingerprint').waitFor();
  await look('about');
  await visit.open('/nowhere');
  await look('missing');
  return found;
}

for (const width of [1280, 360] as const) {
  for (const language of ['zh-CN', 'en'] as const) {
    test(`a citizen's whole way at ${width} in ${language} shows no page that axe or the screen's edge faults`, async () => {
      const visit = await here.visit(width, language);
      const found = await walkEverything(visit, `清风${width === 360 ? '小' : '大'}${language === 'en' ? '月' : '日'}茶馆`);
      expect([...found, ...visit.problems]).toEqual([]);
      await visit.close();
    }, 120_000);
  }
}

test('长辈模式 makes body text 18 pt on every page and stays on after a reload', async () => {
  const visit = await here.visit(360);
  const { found, look } = lookingAt(visit);
  await visit.open('/');
  await visit.page.getByRole('button', { name: '长辈模式' }).click();
  await visit.open('/verify');
  const size = await visit.page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  expect(size).toBeGreaterThanOrEqual(24);
  await look('elder-verify');
  await visit.open('/');
  await look('elder-home');
  expect(found).toEqual([]);
  await visit.close();
});

test('the form can be filled and sent with the keyboard alone, and a mistake takes the focus', async () => {
  const visit = await here.visit(1280);
  const { page } = visit;
  await signInAs(visit, '陈建国');
  await visit.open('/apply/individual-business/name');
  const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || '');
  // A new page takes the focus to its heading a moment after its address: whoever is quicker loses her place again.
  const headingHasFocus = () => expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  const tabTo = async (wanted: RegExp) => {
    for (let step = 0; step < 40 && !wanted.test(await focused()); step++) await page.keyboard.press('Tab');
    expect(await focused()).toMatch(wanted);
  };
  await tabTo(/^answer-name$/);
  await page.keyboard.press('Enter');
  await expect.poll(focused).toContain('有内容需要改正');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await focused()).toBe('answer-name');
  await page.keyboard.type('建国书屋');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/scope$/);
  await expect.poll(focused).toContain('您打算经营什么');
  await tabTo(/^answer-scope$/);
  await page.keyboard.type('书店');
  await page.getByRole('checkbox').first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await tabTo(/^继续$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/region$/);
  await headingHasFocus();
  await tabTo(/^answer-region$/);
  await page.keyboard.press('ArrowDown');
  await tabTo(/^继续$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/place$/);
  await headingHasFocus();
  await tabTo(/^answer-place$/);
  await page.keyboard.press('Space');
  await tabTo(/^answer-place$/);
  await page.keyboard.type('Shifan Road 1');
  await tabTo(/^继续$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/premises$/);
  await headingHasFocus();
  await page.locator('#answer-premises').waitFor();
  await tabTo(/^answer-premises$/);
  await tabTo(/^继续$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/composition$/);
  await headingHasFocus();
  await tabTo(/^answer-composition$/);
  await page.keyboard.press('Space');
  await tabTo(/^继续$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/operator$/);
  await headingHasFocus();
  await tabTo(/^answer-operator$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/path$/);
  await headingHasFocus();
  await tabTo(/^answer-path$/);
  await page.keyboard.press('Space');
  await tabTo(/^继续$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/contact$/);
  await headingHasFocus();
  await tabTo(/^contact-email$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/check$/);
  await headingHasFocus();
  await tabTo(/^签名并提交$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/cases\/[\w-]{22}$/);
  await page.getByRole('heading', { level: 1, name: /准予登记/ }).waitFor();
  expect(visit.problems).toEqual([]);
  await visit.close();
}, 60_000);

test('no citizen or public page, opened first and used, needs more script than its budget, 195 KB compressed at most', async () => {
  const { gzipSync } = await import('node:zlib');
  type Scripts = Set<string>;
  const weigh = async (walk: (visit: Visit, scripts: Scripts) => Promise<unknown>): Promise<number> => {
    const visit = await here.visit(360);
    const scripts: Scripts = new Set();
    visit.page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.add(response.url());
    });
    await walk(visit, scripts);
    await visit.page.waitForTimeout(500);
    await visit.close();
    const sizes = await Promise.all(
      [...scripts].map(async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  const walks: Record<string, (visit: Visit, scripts: Scripts) => Promise<unknown>> = {
    'the home page': (visit) => visit.open('/'),
    'the home page, looking for a matter': async (visit) => {
      await visit.open('/');
      await visit.page.getByRole('searchbox').fill('开店');
      await visit.page.locator('.matter-results li').first().waitFor();
    },
    'a guide': (visit) => visit.open('/matters/individual-business'),
    'an application, from signing in until it is sent': async (visit, scripts) => {
      await signInAs(visit, '王秀英');
      const form = new Promise<readonly string[]>((sent) => {
        visit.page.on('framenavigated', (frame) => {
          if (new URL(frame.url()).pathname.startsWith('/cases/')) sent([...scripts]);
        });
      });
      await apply(visit, { ...shop, tradeName: '称重茶馆' });
      const before = await form;
      for (const script of scripts) if (!before.includes(script)) scripts.delete(script);
    },
    'a case with its licence, opened by its holder': async (visit, scripts) => {
      await signInAs(visit, '王秀英');
      await apply(visit, { ...shop, tradeName: '再称茶馆' });
      scripts.clear();
      await visit.page.reload();
      await visit.page.locator('.licence .mono').first().waitFor();
    },
    'verifying a number': (visit) => visit.open('/verify/921101030000000012'),
    'the history': (visit) => visit.open('/history'),
  };
  const tooHeavy: string[] = [];
  for (const [name, walk] of Object.entries(walks)) {
    const bytes = await weigh(walk);
    process.stdout.write(`script of ${name}: ${(bytes / 1000).toFixed(1)} KB gzip\n`);
    if (bytes > (BUDGETS[name] ?? MOST_BYTES)) tooHeavy.push(name);
  }
  expect(tooHeavy).toEqual([]);
}, 90_000);
