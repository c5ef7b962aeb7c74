import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseServiceBundle } from '@minglu/city';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runMinglu } from '../run-minglu.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { licenceNumber, send, shop, signInAs } from './walk.ts';

const SERVICE = 'sample-permit';
let here: PortalTown;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minglu-service-'));
  await runMinglu('service', 'new', SERVICE, folder);
  await runMinglu('service', 'bundle', folder, '--organ', 'market-regulation', '--attester', 'public-security');
  const text = await readFile(join(folder, 'service.bundle.json'), 'utf8');
  here = await openPortalTown({ services: [parseServiceBundle(text, SERVICE)] });
}, 180_000);
afterAll(async () => {
  await here?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Wish {
  readonly name: string;
  readonly purpose: 'trade' | 'event';
}

/** From the first question to the page with all answers. */
async function answerAll(
  { page }: Visit,
  { name, purpose }: Wish,
  look: (name: string) => Promise<void>,
): Promise<void> {
  const next = () => page.locator('main button[type=submit]').click();
  await next();
  await page.getByRole('alert').getByText('请回答这一题').waitFor();
  await look('own-form-problem');
  await page.locator('#answer-name').fill(name);
  await next();
  await page.getByRole('radio', { name: purpose === 'trade' ? '经营' : '活动' }).check();
  await look('own-form-choice');
  await next();
  await page.locator('#answer-from').fill('2026-12-01');
  await look('own-form-date');
  await next();
  await page.locator('#answer-region').selectOption(shop.region);
  await next();
  await page.locator('#answer-operator').waitFor();
  await next();
  await page.locator('#answer-path').check();
  await next();
  await page.waitForURL(/\/contact$/);
  await next();
  await page.waitForURL(/\/check$/);
  await look('own-form-check');
}

test.each([360, 1280] as const)(
  'a service that came as a folder is found, asked for by its own form, granted, and its licence verified, at %i',
  async (width) => {
    const visit = await here.visit(width);
    const { page } = visit;
    const found: string[] = [];
    const look = async (name: string) => void found.push(...(await visit.look(name)));
    await signInAs(visit, '王秀英');
    await visit.open('/');
    await page.getByRole('searchbox').fill('示例事项');
    await page.locator('.matter-results').getByRole('link', { name: '示例事项' }).click();
    await page.waitForURL(/\/matters\/sample-permit$/);
    await page.getByRole('link', { name: '在线申请' }).waitFor();
    await look('own-guide');
    await page.getByRole('link', { name: '在线申请' }).click();
    await page.getByRole('link', { name: '开始填写' }).click();
    await answerAll(visit, { name: `东湖路便民点 ${width}`, purpose: 'trade' }, look);
    await send(visit);
    await page.locator('.licence').waitFor();
    await look('own-licence');
    await page.locator('.licence', { hasText: /示例许可证.*用途经营.*开始日期2026-12-01/ }).waitFor();
    const number = await licenceNumber(visit);
    await visit.open(`/verify/${number}`);
    await page.locator('.verdict[data-tone=good]').waitFor();
    await page.locator('.verdict', { hasText: '用途经营' }).waitFor();
    expect([...found, ...visit.problems]).toEqual([]);
    await visit.close();
  },
  90_000,
);
