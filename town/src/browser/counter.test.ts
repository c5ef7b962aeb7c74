import { fileURLToPath } from 'node:url';
import { DEPARTMENTS } from '@minglu/city';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { fillForm, openSealed, shop, signInAs } from './walk.ts';

const PICTURES = fileURLToPath(new URL('../../../.cache/screenshots/', import.meta.url));

let here: PortalTown;
beforeAll(async () => {
  here = await openPortalTown();
}, 120_000);
afterAll(() => here?.close());

const found: string[] = [];

function idNumberOf(person: string): string {
  const police = DEPARTMENTS.find(({ id }) => id === 'public-security');
  return police?.seed(here.town.nowMs()).find(({ id }) => id === person)?.idNumber ?? '';
}

async function atTheCounter(width: 360 | 1280): Promise<Visit> {
  const officer = await here.visit(width);
  await signInAs(officer, '李登记');
  await officer.open('/counter');
  return officer;
}

async function readDocument({ page }: Visit, person: string, field = '#counter-number'): Promise<void> {
  await page.locator(field).fill(idNumberOf(person));
  await page
    .locator('form', { has: page.locator(field) })
    .getByRole('button', { name: '读取证件' })
    .click();
  await page
    .locator('form', { has: page.locator(field) })
    .getByText('已核对')
    .waitFor();
}

async function fillIn({ page }: Visit, tradeName: string, search: string, region = shop.region): Promise<void> {
  await page.locator('#answer-name').fill(tradeName);
  await page.locator('#answer-scope').fill(search);
  await page
    .getByRole('checkbox', { name: /GB\/T 4754/ })
    .first()
    .check();
  await page.locator('#answer-region').selectOption(region);
  await page.locator('#answer-place').check();
  await page.locator('#answer-place').fill('示范路1号');
  await page.locator('#answer-composition').check();
  await page.locator('#answer-path').check();
}

/** Everything this browser's databases hold, as text; keys that cannot be read show as their names. */
async function databasesOf({ page }: Visit): Promise<string> {
  return await page.evaluate(async () => {
    const texts: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of database.objectStoreNames) {
        const read = database.transaction(store).objectStore(store);
        for (const request of [read.getAll(), read.getAllKeys()]) {
          texts.push(
            await new Promise<string>((resolve) => {
              request.onsuccess = () => resolve(JSON.stringify(request.result));
            }),
          );
        }
      }
      database.close();
    }
    return [...texts, JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join('\n');
  });
}

/** On a roll of 80 mm: one page as long as the slip, and nothing wider than what such a printer prints. */
async function printed({ page }: Visit): Promise<void> {
  const sizes = async () => {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/MediaBox ?\[([\d. ]+)\]/g)].map(([, box = '']) =>
      box.trim().split(/ +/).map(Number),
    );
    return boxes.map(([, , width = 0, height = 0]) => [
      Math.round((width * 25.4) / 72),
      Math.round((height * 25.4) / 72),
    ]);
  };
  const [first, ...more] = await sizes();
  expect([first?.[0], more]).toEqual([80, []]);
  await page.emulateMedia({ media: 'print' });
  const edges = await page.locator('.slip').evaluate((slip) => {
    const { left, right, height } = slip.getBoundingClientRect();
    const inside = [...slip.querySelectorAll('*')].map((one) => one.getBoundingClientRect());
    const out = inside.filter((box) => box.left < left - 1 || box.right > right + 1).length;
    const qr = slip.querySelector('.slip-key .qr')?.getBoundingClientRect().width ?? 0;
    return { out, millimetres: [right - left, height, qr].map((pixels) => Math.round((pixels * 25.4) / 96)) };
  });
  const [width = 0, height = 0, qr = 0] = edges.millimetres;
  expect([edges.out, width, qr]).toEqual([0, 72, 56]);
  expect(height).toBeLessThanOrEqual((first?.[1] ?? 0) - 8);
  await page.locator('.slip').screenshot({ path: `${PICTURES}receipt-on-80-mm.png` });
  await page.emulateMedia({ media: null });
  await page.locator('#slip-paper').selectOption('sheet');
  expect((await sizes()).map(([wide]) => wide)).toEqual([148]);
  await page.locator('#slip-paper').selectOption('roll');
}

test('a person without a phone applies in person at the counter, and takes the case home on paper and onto a phone', async () => {
  const officer = await atTheCounter(1280);
  const { page } = officer;
  found.push(...(await officer.look('counter')));
  await readDocument(officer, 'zhao');
  await page.getByRole('button', { name: '当事人确认，提交' }).click();
  await page.getByRole('heading', { name: '有内容需要改正' }).waitFor();
  found.push(...(await officer.look('counter-missing')));
  await fillIn(officer, '小明手机配件店', '奶茶店');
  await page.locator('#contact-phone').fill('1390000');
  await page.getByRole('button', { name: '当事人确认，提交' }).click();
  await page.getByText('手机号码不对').first().waitFor();
  await page.locator('#contact-phone').fill('139 0000 1234');
  found.push(...(await officer.look('counter-form')));
  await page.getByRole('button', { name: '当事人确认，提交' }).click();
  await page.locator('.slip').waitFor();
  await page.getByText('联系方式已交给登记机关').waitFor();
  // In person, the document and the face raise what the phone alone could not (实施细则 16).
  await page.getByText('准予登记').first().waitFor();
  found.push(...(await officer.look('counter-receipt')));
  const id = (await page.locator('.slip .mono').first().textContent()) ?? '';
  const secret = (await page.locator('.slip-secret').textContent()) ?? '';
  await printed(officer);
  const kept = await databasesOf(officer);
  const traces = [id, secret.replaceAll(' ', ''), '赵小明', '小明手机配件店', '13900001234', idNumberOf('zhao')];
  for (const trace of traces) expect(kept).not.toContain(trace);
  await page.getByRole('button', { name: '已交给当事人，清除钥匙' }).click();
  expect(await page.locator('.slip-secret').count()).toBe(0);
  expect(await page.content()).not.toContain(secret);

  const phone = await here.visit(360);
  await phone.open('/take-over');
  await phone.page.getByRole('button', { name: '接到这台设备上' }).click();
  await phone.page.getByText('请核对钥匙').first().waitFor();
  found.push(...(await phone.look('take-over')));
  await phone.page.locator('#take-over-id').fill(id);
  await phone.page.locator('#take-over-key').fill(secret);
  await phone.page.locator('#take-over-name').fill('赵小');
  await phone.page.getByRole('button', { name: '接到这台设备上' }).click();
  await phone.page.getByText('姓名与申请时写的不一样').waitFor();
  const code = new URLSearchParams({ c: id, k: secret.replaceAll(' ', ''), n: '赵小明' });
  await phone.open('/');
  await phone.open(`/take-over#${code}`);
  await phone.page.getByText('已读到凭证上的内容').waitFor();
  expect(phone.page.url()).not.toContain('#');
  found.push(...(await phone.look('take-over-scanned')));
  await phone.page.getByRole('button', { name: '接到这台设备上' }).click();
  await phone.page.getByRole('heading', { level: 1, name: /小明手机配件店.*准予登记/ }).waitFor();
  await phone.page.getByText('赵小明').first().waitFor();
  await phone.page.getByText('13900001234').waitFor();

  await officer.open(`/officer/cases/${id}`);
  await page.getByText('这一件是在窗口受理的').waitFor();
  await page.getByText('签名有效').first().waitFor();
  const facts = await page.locator('table').first().textContent();
  expect(facts).toContain('李登记');
  found.push(...(await officer.look('officer-case-counter')));
  await page.getByRole('link', { name: /再打印一次凭证/ }).click();
  await page.locator('.slip').waitFor();
  expect(await page.locator('.slip-key').count()).toBe(0);
  found.push(...(await officer.look('receipt-again')));
  expect([...found, ...officer.problems, ...phone.problems]).toEqual([]);
  await officer.close();
  await phone.close();
}, 120_000);

test('an agent applies with a mandate and their own document, which raises nobody else’s identity', async () => {
  const officer = await atTheCounter(360);
  const { page } = officer;
  await page.locator('#counter-agent').check();
  await readDocument(officer, 'zhao');
  await fillIn(officer, '小明代办书屋', '书店');
  await page.getByRole('button', { name: '当事人确认，提交' }).click();
  await page.getByText('请核对授权委托书').first().waitFor();
  found.push(...(await officer.look('counter-agent-missing')));
  await readDocument(officer, 'chen', '#counter-agent-number');
  await page.locator('#counter-mandate').check();
  await page.getByRole('button', { name: '当事人确认，提交' }).click();
  await page.locator('.slip').waitFor();
  await page.getByText('已接收，转工作人员办理').waitFor();
  found.push(...(await officer.look('counter-receipt-agent')));
  const id = (await page.locator('.slip .mono').first().textContent()) ?? '';
  await page.getByRole('button', { name: '已交给当事人，清除钥匙' }).click();
  await officer.open(`/officer/cases/${id}`);
  await page.getByText('代理人实名等级').waitFor();
  await openSealed(officer, '在本部门打开 代理人姓名');
  await page.getByText('陈建国').waitFor();
  expect([...found, ...officer.problems]).toEqual([]);
  await officer.close();
}, 120_000);

test('what another office registers is not taken in here: the person is told where to apply', async () => {
  const officer = await atTheCounter(1280);
  await readDocument(officer, 'chen');
  await fillIn(officer, '建国西山茶馆', '奶茶店', '990102');
  await officer.page.getByRole('button', { name: '当事人确认，提交' }).click();
  await officer.page.getByText('这个区域由西山区市场监督管理局（演示）登记').first().waitFor();
  found.push(...(await officer.look('counter-other-office')));
  expect([...found, ...officer.problems]).toEqual([]);
  await officer.close();
}, 60_000);

test('what somebody began at home goes on at the counter with nothing typed again', async () => {
  const home = await here.visit(360);
  await signInAs(home, '王秀英');
  await fillForm(home, { ...shop, tradeName: '秀英茶水铺' });
  await home.page.waitForTimeout(1_500);
  const officer = await atTheCounter(1280);
  const { page } = officer;
  await readDocument(officer, 'wang');
  await page.getByText('当事人在家填过一份：秀英茶水铺').waitFor();
  found.push(...(await officer.look('counter-home-draft')));
  await page.getByRole('button', { name: '接着这一份办，不用重填' }).click();
  expect(await page.locator('#answer-name').inputValue()).toBe('秀英茶水铺');
  await page.getByRole('button', { name: '当事人确认，提交' }).click();
  await page.locator('.slip').waitFor();
  expect([...found, ...home.problems, ...officer.problems]).toEqual([]);
  await home.close();
  await officer.close();
}, 120_000);

test('registers and a network that go away in the middle cost nobody a word, and one application stays one', async () => {
  const officer = await atTheCounter(1280);
  const { page } = officer;
  await here.town.kill('public-security');
  await page.locator('#counter-number').fill(idNumberOf('wang'));
  await page.getByRole('button', { name: '读取证件' }).click();
  await page.getByText(/公安厅（演示）没有回应/).waitFor();
  found.push(...(await officer.look('counter-register-away')));
  await here.town.revive('public-security');
  await page.getByRole('button', { name: '读取证件' }).click();
  await page.getByText('已核对：王秀英').waitFor();
  await fillIn(officer, '王家快递站', '快递');
  await page.locator('#approval-6020').fill('云邮许〔2026〕8号');
  await page.locator('#approval-6020-date').fill(new Date(here.town.nowMs()).toISOString().slice(0, 10));
  await page.locator('#answer-composition-family, #answer-composition-form-family').check();
  await page.locator('#answer-composition').fill('陈建国\n王小宝');
  await page.locator('#contact-email').fill('xiuying@example.com');

  await here.town.kill('public-security');
  await page.getByRole('button', { name: '当事人确认，提交' }).click();
  await page.locator('[data-attester="public-security"][data-state="failed"]').waitFor();
  await page.getByText('填写的内容还在').waitFor();
  found.push(...(await officer.look('counter-department-away')));
  await here.town.revive('public-security');

  // The server takes it, and its answer is lost on the way back.
  let lost = 0;
  await page.route('**/api/transactions', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return await route.continue();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await here.town.kill('market-regulation');
  await page.getByRole('button', { name: '当事人确认，提交' }).click();
  await page.getByText('这一件已经签名，可能已经送到').waitFor();
  expect(await page.locator('#answer-name').isDisabled()).toBe(true);
  found.push(...(await officer.look('counter-unsure')));
  await page.getByRole('button', { name: '再试一次，送同一件' }).click();
  await page.locator('.slip').waitFor();
  await page.getByText('联系方式还没有交到登记机关').waitFor();
  found.push(...(await officer.look('counter-contact-waiting')));
  await here.town.revive('market-regulation');
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.getByText('联系方式已交给登记机关').waitFor();
  const id = (await page.locator('.slip .mono').first().textContent()) ?? '';
  await page.getByRole('button', { name: '已交给当事人，清除钥匙' }).click();

  await signInAs(officer, '李登记');
  await officer.open('/officer?view=open&text=王家快递站');
  await page.getByText('1 件，最急的在前').waitFor();
  await officer.open(`/officer/cases/${id}`);
  await page.getByText('云邮许〔2026〕8号').waitFor();
  await openSealed(officer, /在本部门打开 .*家庭成员/);
  await page.getByText('王小宝').waitFor();
  expect([...found, ...officer.problems]).toEqual([]);
  await officer.close();
}, 120_000);
