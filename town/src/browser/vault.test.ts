import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawPhoto } from './a-photo.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { apply, download, next, openSealed, send, shop, signInAs } from './walk.ts';

let here: PortalTown;
beforeAll(async () => {
  here = await openPortalTown();
}, 120_000);
afterAll(() => here?.close());

const found: string[] = [];

async function signedIn(name: string, width: 360 | 1280): Promise<Visit> {
  const visit = await here.visit(width);
  await signInAs(visit, name);
  return visit;
}

const give = (visit: Visit, name: string, mimeType: string, buffer: Buffer): Promise<void> =>
  visit.page.locator('#answer-premises').setInputFiles({ name, mimeType, buffer });

/** Objects that accepted cases name, as they lie on disk. */
function keptObjects(): string[] {
  const root = join(here.town.directory, 'platform', 'vault', 'objects');
  return readdirSync(root).flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)));
}

test('photos of the premises are sealed on the phone, arrive though the line breaks, and only the office opens them; one changed on disk is 被改动', async () => {
  const citizen = await signedIn('赵小明', 360);
  const { page } = citizen;
  const photo = await drawPhoto(citizen, '租赁合同');
  const isSent: Buffer[] = [];
  let breaks = 2;
  await page.route('**/api/vault', async (route) => {
    isSent.push(route.request().postDataBuffer() ?? Buffer.alloc(0));
    breaks -= 1;
    if (breaks >= 0) await route.abort('connectionreset');
    else await route.continue();
  });
  const id = await apply(citizen, { ...shop, tradeName: '小明书店', search: '书店' }, async (name) => {
    if (name === 'apply-check') found.push(...(await citizen.look('apply-check-photos')));
    if (name !== 'apply-premises') return;
    await give(citizen, 'IMG_1.HEIC', 'image/heic', Buffer.from('no picture at all'));
    await page.getByText('这张照片打不开').waitFor();
    found.push(...(await citizen.look('apply-premises-unreadable')));
    await give(citizen, 'IMG_2.JPG', 'image/jpeg', photo);
    await page.getByRole('img', { name: '第 1 页的预览' }).waitFor();
    await give(citizen, 'IMG_3.JPG', 'image/jpeg', photo);
    await page.getByRole('img', { name: '第 2 页的预览' }).waitFor();
    await give(citizen, 'contract.pdf', 'application/pdf', Buffer.from('%PDF-1.7\n% 合同'));
    await page.getByText('PDF 文件').waitFor();
    found.push(...(await citizen.look('apply-premises')));
    await page.getByRole('button', { name: '删除第 3 页' }).click();
    await page.getByText('PDF 文件').waitFor({ state: 'detached' });
  });
  expect(isSent.length).toBeGreaterThanOrEqual(4);
  expect(isSent.some((bytes) => bytes.includes(Buffer.from([0xff, 0xd8, 0xff])))).toBe(false);
  expect(keptObjects()).toHaveLength(2);
  await page.getByRole('heading', { level: 1, name: /已转工作人员办理/ }).waitFor();
  const officer = await signedIn('李登记', 1280);
  await officer.open(`/officer/cases/${id}`);
  await openSealed(officer, '在本机打开材料');
  await officer.page.getByRole('img', { name: /材料，第 1 页/ }).waitFor();
  const width = await officer.page.locator('.document-view img').evaluate((img: HTMLImageElement) => img.naturalWidth);
  expect(width).toBe(1_200);
  await officer.page.getByRole('region', { name: /材料，第 1 页/ }).press('+');
  await officer.page.getByText('150%').waitFor();
  found.push(...(await officer.look('officer-documents')));
  const [object = ''] = keptObjects();
  const bytes = readFileSync(object);
  writeFileSync(object, bytes.with(99, (bytes[99] ?? 0) ^ 1));
  await officer.open(`/officer/cases/${id}`);
  await openSealed(officer, '在本机打开材料');
  await officer.page.getByText('第 1 页，共 2 页').waitFor();
  if ((await officer.page.getByText('被改动').count()) === 0) {
    await officer.page.getByRole('button', { name: '下一页' }).click();
  }
  await officer.page.getByText('与申请人签名时的不是同一份').waitFor();
  expect(await officer.page.locator('.document-view img').count()).toBe(0);
  found.push(...(await officer.look('officer-documents-changed')));
  writeFileSync(object, bytes);
  expect([...found, ...citizen.problems, ...officer.problems]).toEqual([]);
  await citizen.close();
  await officer.close();
}, 120_000);

test('a draft begun on the phone is finished at a desk with its photo, and is gone everywhere once it is handed in', async () => {
  const phone = await signedIn('孙甜甜', 360);
  await phone.open('/apply/individual-business/name');
  await phone.page.locator('#answer-name').fill('甜甜书店');
  await next(phone);
  await phone.page.locator('#answer-scope').fill('书店');
  await phone.page.getByRole('checkbox').first().check();
  await next(phone);
  await phone.page.locator('#answer-region').selectOption(shop.region);
  await next(phone);
  await phone.page.locator('#answer-place').check();
  await phone.page.locator('#answer-place').fill('示范路1号');
  await next(phone);
  await give(phone, 'IMG_1.JPG', 'image/jpeg', await drawPhoto(phone, '产权证'));
  await phone.page.getByRole('img', { name: '第 1 页的预览' }).waitFor();
  await phone.page.getByText('另一台设备登录后也能接着填').waitFor();
  const desk = await signedIn('孙甜甜', 1280);
  await desk.open('/');
  found.push(...(await desk.look('home-draft')));
  await desk.page.getByRole('link', { name: '继续填写：个体工商户设立登记' }).click();
  await desk.page.getByText('接着您在另一台设备上填的内容').waitFor();
  found.push(...(await desk.look('apply-draft-taken')));
  await desk.open('/apply/individual-business/premises');
  await desk.page.getByRole('img', { name: '第 1 页的预览' }).waitFor();
  await desk.open('/apply/individual-business/name');
  await desk.page.locator('#answer-name').fill('甜甜大书店');
  await desk.page.getByText('另一台设备登录后也能接着填').waitFor();
  await phone.page.locator('a', { hasText: '上一步' }).click();
  await phone.page.locator('#answer-place').waitFor();
  await phone.page.locator('a', { hasText: '上一步' }).click();
  await phone.page.locator('#answer-region').waitFor();
  await phone.page.locator('#answer-region').selectOption({ index: 3 });
  await phone.page.getByText('另一台设备上也改过这份草稿').waitFor();
  found.push(...(await phone.look('apply-draft-both')));
  await phone.page.getByRole('button', { name: '用另一台设备上的' }).click();
  await phone.page.getByText('接着您在另一台设备上填的内容').waitFor();
  expect(await phone.page.locator('#answer-region').inputValue()).toBe(shop.region);
  await desk.open('/apply/individual-business/composition');
  await desk.page.locator('#answer-composition').check();
  await next(desk);
  await desk.page.locator('#answer-operator').waitFor();
  await next(desk);
  await desk.page.locator('#answer-path').check();
  await next(desk);
  await desk.page.locator('#contact-phone').waitFor();
  await next(desk);
  await desk.page.waitForURL(/\/check$/);
  await send(desk);
  await desk.page.waitForURL(/\/cases\/[\w-]{22}$/);
  await desk.page.locator('.verdict, .notice').first().waitFor();
  await phone.open('/apply/individual-business');
  await phone.page.getByText('这份草稿已在另一台设备上提交或删除').waitFor();
  found.push(...(await phone.look('apply-draft-gone')));
  await desk.open('/');
  expect(await desk.page.getByRole('link', { name: /继续填写/ }).count()).toBe(0);
  expect([...found, ...phone.problems, ...desk.problems]).toEqual([]);
  await phone.close();
  await desk.close();
}, 120_000);

test('a case is saved with its key in a file, brought to another device with the passphrase, and withdrawn and filed anew there with its photo', async () => {
  const phone = await signedIn('赵小明', 360);
  const { page } = phone;
  const id = await apply(phone, { ...shop, tradeName: '小明花店', search: '花店' }, async (name) => {
    if (name !== 'apply-premises') return;
    await give(phone, 'IMG_1.JPG', 'image/jpeg', await drawPhoto(phone, '租赁合同'));
    await page.getByRole('img', { name: '第 1 页的预览' }).waitFor();
  });
  await page.getByRole('button', { name: /保存这一件的钥匙/ }).click();
  await page.getByLabel('口令', { exact: true }).fill('短的');
  await page.getByRole('button', { name: '加密并保存' }).click();
  await page.getByRole('heading', { name: '有内容需要改正' }).waitFor();
  await page.getByLabel('口令', { exact: true }).fill('明月几时有 把酒问青天');
  await page.getByLabel('再输一遍口令').fill('明月几时有 把酒问青天');
  found.push(...(await phone.look('case-key-backup')));
  const file = await download(phone, () => page.getByRole('button', { name: '加密并保存' }).click());
  expect(file.name).toBe(`${id}.minglu-key.json`);
  expect(file.text).not.toContain('小明');
  await page.reload();
  await page.getByText('这一件的钥匙只在这台设备上，不能取出。').waitFor();
  const desk = await signedIn('赵小明', 1280);
  await desk.open(`/cases/${id}`);
  await desk.page.getByText('这一件的钥匙不在这台设备上').waitFor();
  await desk.page.getByRole('link', { name: '换手机或者丢了钥匙怎么办' }).first().click();
  await desk.page.getByRole('heading', { level: 1, name: '换手机或者丢了钥匙' }).waitFor();
  found.push(...(await desk.look('help-keys')));
  await desk.page
    .locator('#key-file')
    .setInputFiles({ name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) });
  await desk.page.getByLabel('口令', { exact: true }).fill('明月几时有 把酒问青夭');
  await desk.page.getByRole('button', { name: '在这台设备上启用' }).click();
  await desk.page.getByText('口令不对').waitFor();
  await desk.page.getByLabel('口令', { exact: true }).fill('明月几时有 把酒问青天');
  await desk.page.getByRole('button', { name: '在这台设备上启用' }).click();
  await desk.page.getByRole('link', { name: '打开这一件' }).click();
  await desk.page.getByRole('img', { name: '第 1 页的预览' }).waitFor();
  await desk.page.getByRole('button', { name: '撤回申请' }).click();
  await desk.page.getByRole('button', { name: '撤回', exact: true }).click();
  await desk.page.getByRole('heading', { level: 1, name: /已撤回/ }).waitFor();
  await desk.page.getByRole('button', { name: '保留内容，重新提交' }).click();
  await desk.page.getByText('这是对前一件申请的重新提交').waitFor();
  await desk.page.getByText('1 页，已加密').waitFor();
  found.push(...(await desk.look('apply-check-anew')));
  await send(desk);
  await desk.page.waitForURL((url) => /\/cases\/[\w-]{22}$/.test(url.pathname) && !url.pathname.endsWith(id));
  await desk.page.getByRole('img', { name: '第 1 页的预览' }).waitFor();
  found.push(...(await desk.look('case-with-documents')));
  const small = await here.visit(360, 'en');
  await small.open('/help/keys');
  found.push(...(await small.look('help-keys')));
  await small.page.route('**/en*.json', (route) => route.abort('connectionreset'));
  await small.page.reload();
  await small.page.getByRole('button', { name: '重试 Try again' }).waitFor();
  found.push(...(await small.look('without-words')));
  await small.page.unroute('**/en*.json');
  await small.page.getByRole('button', { name: '重试 Try again' }).click();
  await small.page.getByRole('heading', { level: 1, name: 'A new phone' }).waitFor();
  expect([...found, ...phone.problems, ...desk.problems, ...small.problems]).toEqual([]);
  await Promise.all([phone.close(), desk.close(), small.close()]);
}, 120_000);
