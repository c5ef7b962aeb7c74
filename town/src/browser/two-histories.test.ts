import { trustText } from '@minglu/city';
import { nativeSigner } from '@minglu/node';
import { formatCheckpointBody, formatNote, parseCheckpoint, signatureLine } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { apply, download, shop, signInAs } from './walk.ts';

let here: PortalTown;
beforeAll(async () => {
  here = await openPortalTown();
  const citizen = await here.visit(1280);
  await signInAs(citizen, '王秀英');
  await apply(citizen, shop);
  await here.town.cosigned();
  await citizen.close();
}, 120_000);
afterAll(() => here?.close());

/** A checkpoint that whoever stole the log's key would show: rightly signed, of another history. */
async function forged(size: number): Promise<string> {
  const { chain, secrets } = here.town;
  const body = formatCheckpointBody({ origin: chain, size, root: new Uint8Array(32).fill(7) });
  return formatNote(body, [await signatureLine(body, { name: chain, signer: nativeSigner('Ed25519', secrets.log) })]);
}

async function sizeNow(): Promise<number> {
  return parseCheckpoint(await (await fetch(`${here.town.url}/checkpoint`)).text()).size;
}

/** Somebody who was here before, and to whom the server now shows something else. */
async function deceived(note: string): Promise<Visit> {
  const visit = await here.visit(1280);
  await visit.open('/history');
  await visit.page.getByText('本浏览器记住了现在的快照').waitFor();
  await visit.page.route('**/checkpoint', (route) =>
    route.fulfill({ contentType: 'text/plain; charset=utf-8', body: note }),
  );
  return visit;
}

test('any two checkpoints are proved 一致 in the browser', async () => {
  for (const width of [1280, 360] as const) {
    const visit = await here.visit(width);
    await visit.open('/history');
    const boxes = visit.page.locator('main input[type=checkbox]');
    await boxes.nth(1).waitFor();
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await visit.page.locator('.verdict-word', { hasText: '一致' }).waitFor();
    expect([...(await visit.look('history')), ...visit.problems]).toEqual([]);
    await visit.close();
  }
});

test('a fork shows 不一致 on every page and keeps both checkpoints as files anybody can check', async () => {
  const size = await sizeNow();
  const note = await forged(size);
  const visit = await deceived(note);
  const { page } = visit;
  await visit.open('/history');
  await page.locator('.verdict-word', { hasText: '不一致' }).waitFor();
  await page.getByText(`同样 ${size} 条记录，却有两个不同的根`).waitFor();
  expect(await visit.look('history-forked')).toEqual([]);
  const older = await download(visit, () => page.getByRole('button', { name: '下载先看到的快照' }).click());
  const newer = await download(visit, () => page.getByRole('button', { name: '下载后看到的快照' }).click());
  expect(newer.text).toBe(note);
  expect(parseCheckpoint(older.text).size).toBe(size);
  expect(parseCheckpoint(older.text).root).not.toEqual(parseCheckpoint(newer.text).root);
  await visit.open('/');
  await page.getByRole('alert').getByText('不一致').waitFor();
  expect(await visit.look('home-alarm')).toEqual([]);
  await visit.close();
}, 60_000);

test('a rollback is found without the reader asking, on whatever page', async () => {
  const visit = await deceived(await forged((await sizeNow()) - 1));
  await visit.open('/about');
  await visit.page.getByRole('alert').getByText('不一致').waitFor();
  await visit.open('/history');
  await visit.page.getByText('记录被倒退').waitFor();
  await visit.close();
}, 60_000);

test('a larger history that does not contain the remembered one is 不一致, whatever path the server offers', async () => {
  const size = await sizeNow();
  const visit = await deceived(await forged(size + 5));
  const lie = { from: size, to: size + 5, proof: [Buffer.alloc(32, 7).toString('base64')] };
  await visit.page.route('**/api/consistency*', (route) => route.fulfill({ json: lie }));
  await visit.open('/history');
  await visit.page.getByText('不能证明包含').waitFor();
  await visit.close();
}, 60_000);

test('a server that cannot be reached accuses nobody', async () => {
  const visit = await here.visit(1280);
  await visit.open('/history');
  await visit.page.getByText('本浏览器记住了现在的快照').waitFor();
  await visit.page.route('**/checkpoint', (route) => route.abort());
  await visit.open('/history');
  await visit.page.getByText('暂时不能和本浏览器记住的快照比对').waitFor();
  expect(await visit.page.locator('.verdict-word', { hasText: '不一致' }).count()).toBe(0);
  await visit.close();
});

test('other keys under the same name are refused, and only a reader who knows why can accept them', async () => {
  const visit = await here.visit(1280);
  const { page } = visit;
  await visit.open('/about');
  await page.locator('.fingerprint').waitFor();
  const other = await trustText(here.town.chain, nativeSigner('Ed25519', new Uint8Array(32).fill(9)), []);
  await page.evaluate((text) => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith('minglu-pin/trust/')) localStorage.setItem(key, text);
  }, other);
  await visit.open('/about');
  await page.getByText('服务器给出的信任文件与本浏览器记住的不同').waitFor();
  expect(await page.locator('.fingerprint').count()).toBe(0);
  await page.getByText('本浏览器记住的密钥').click();
  expect(await visit.look('about-keys')).toEqual([]);
  await page.getByRole('button', { name: '忘掉以前的密钥' }).click();
  await page.locator('.fingerprint').waitFor();
  await visit.close();
});
