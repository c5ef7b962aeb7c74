import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Rfc5280Checker, type RunningApi, startApi } from '@minglu/api';
import { CHAIN, freePort, REGIONS } from '@minglu/city';
import type { Browser } from 'playwright-core';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../seeded-random.ts';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { launchBrowser } from './browser.ts';
import { builtPortal } from './built-portal.ts';
import { Visit } from './visit.ts';

/** A town has no certificates: here is a second platform's door in front of its ledger, over TLS, with one that asks for them. */
let town: Town;
let api: RunningApi;
let browser: Browser;
let staff: { readonly cert: string; readonly private: string };
const folders: string[] = [];

beforeAll(async () => {
  const portalDirectory = await builtPortal();
  const directory = await mkdtemp(join(tmpdir(), 'minglu-certificate-door-'));
  folders.push(directory);
  const server = await generate([{ name: 'commonName', value: 'localhost' }], { algorithm: 'sha256' });
  const authority = await generate([{ name: 'commonName', value: '发证机构（演示）' }], {
    ...{ keyType: 'ec', curve: 'P-256', algorithm: 'sha256' },
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, cRLSign: true },
    ],
  });
  staff = await generate([{ name: 'commonName', value: '李登记' }], {
    ...{ keyType: 'ec', curve: 'P-256', algorithm: 'sha256' },
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', clientAuth: true },
    ],
  });
  town = await startTown({ clock: 'running' });
  api = await startApi({
    ...{ node: town.node, chain: CHAIN, host: '127.0.0.1', port: 0, portalDirectory },
    city: { name: '云岭省（演示）', demo: true, regions: REGIONS },
    trust: '{"v":0,"type":"minglu-trust"}',
    tls: { key: server.private, cert: server.cert },
    certificates: {
      port: await freePort(0, '127.0.0.1'),
      checker: new Rfc5280Checker({ authorities: [authority.cert] }),
    },
    dataDirectory: join(directory, 'read-model'),
    vaultDirectory: join(directory, 'vault'),
    auditDirectory: join(directory, 'audit'),
    accountsDirectory: join(directory, 'accounts'),
    nowMs: () => Date.now(),
    random: seededRandom('certificate door'),
    logSink: { write: () => undefined },
  });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await api?.close();
  await town?.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

test('staff sign in with the certificate of their browser, on a door of its own, and come back', async () => {
  const found: string[] = [];
  const shown = { origin: String(api.certificateUrl), cert: Buffer.from(staff.cert), key: Buffer.from(staff.private) };
  const officer = await Visit.start(browser, { url: api.url, width: 360, certificates: [shown] });
  await officer.open('/sign-in');
  await officer.page.getByRole('button', { name: '用数字证书登录' }).waitFor();
  found.push(...(await officer.look('certificate-sign-in', 360)), ...(await officer.look('certificate-sign-in', 1280)));
  await officer.page.getByRole('button', { name: '用数字证书登录' }).click();
  await officer.page.waitForURL(`${api.url}/account`);
  await officer.page.getByText('数字证书已证明是您').waitFor();
  await officer.page.getByText('用数字证书登录').first().waitFor();
  found.push(
    ...(await officer.look('certificate-signed-in', 360)),
    ...(await officer.look('certificate-signed-in', 1280)),
  );
  await officer.close();

  // Somebody without one comes back too, and is told.
  const nobody = await Visit.start(browser, { url: api.url, width: 360, language: 'en', certificates: [] });
  await nobody.open('/sign-in');
  await nobody.page.getByRole('button', { name: 'Sign in with a certificate' }).click();
  await nobody.page.waitForURL(`${api.url}/sign-in?refused=certificate-missing`);
  await nobody.page.locator('main [role=alert]').waitFor();
  found.push(...(await nobody.look('certificate-missing', 360)));
  await nobody.close();
  // The town's departments know its own door and not this one: their lists of people stay away.
  const problems = [...officer.problems, ...nobody.problems].filter((one) => !one.includes('Content Security Policy'));
  expect([...found, ...problems]).toEqual([]);
}, 90_000);
