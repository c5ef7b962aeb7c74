import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import { qrPicture, qrVideo } from './qr-video.ts';
import { shop } from './walk.ts';

let here: PortalTown;
let folder: string;
let number: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minglu-scan-'));
  const camera = join(folder, 'camera.y4m');
  await writeFile(camera, qrVideo('not yet'));
  here = await openPortalTown({ camera });
  const { tradeName, region } = shop;
  const filed = await here.town
    .citizen('wang')
    .applyFor({ service: 'individual-business', tradeName, region, scope: ['6239'], operator: '王秀英' });
  number = filed.licence ?? '';
  await writeFile(camera, qrVideo(`${here.town.url}/verify/${number}`));
}, 180_000);
afterAll(async () => {
  await here?.close();
  await rm(folder, { recursive: true, force: true });
});

const picture = (text: string) => ({ name: 'code.png', mimeType: 'image/png', buffer: qrPicture(text) });

test.each([360, 1280] as const)(
  'the code of a licence held before the camera is checked on this site, at %i',
  async (width) => {
    const visit = await here.visit(width);
    const { page } = visit;
    await visit.open('/verify');
    await page.getByRole('button', { name: '扫一扫' }).click();
    await page.waitForURL(new RegExp(`/verify/${number}$`));
    await page.locator('.verdict[data-tone=good]').waitFor();
    expect(visit.problems).toEqual([]);
    await visit.close();
  },
  60_000,
);

test('without leave there are words, and a picture does as well; a code that leads elsewhere is shown and not opened', async () => {
  const visit = await here.visit(360);
  const { page } = visit;
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: refuse });
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await visit.open('/verify');
  await page.getByRole('button', { name: '扫一扫' }).click();
  await page.getByText('没有使用摄像头的许可').waitFor();
  const found = [...(await visit.look('scan-refused'))];
  await page.locator('#scan-picture').setInputFiles({ ...picture('x'), buffer: Buffer.from('no picture') });
  await page.getByText('没有找到二维码').waitFor();
  await page.locator('#scan-picture').setInputFiles(picture(`https://look-alike.example/verify/${number}`));
  await page.getByText('这不是本站的证照二维码').waitFor();
  found.push(...(await visit.look('scan-foreign')));
  expect(asked.filter((url) => !url.startsWith(here.town.url) && !url.startsWith('blob:'))).toEqual([]);
  await page.getByRole('link', { name: new RegExp(number) }).click();
  await page.locator('.verdict[data-tone=good]').waitFor();
  expect(found).toEqual([]);
  await visit.close();
}, 60_000);
