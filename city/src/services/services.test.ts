import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@minglu/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepServices, newestServices } from './city-services.ts';
import { portalFilesOf } from './portal-files.ts';
import { registerServices } from './register-services.ts';
import { formatServiceBundle, parseServiceBundle, type ServiceBundle } from './service-bundle.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'services-'));
});
afterEach(() => rm(directory, { recursive: true }));

function bundleOf(version: number, contract = `contract ${version}`): ServiceBundle {
  const hash = createHash('sha256').update(contract).digest('hex');
  const words = { 'zh-CN': '摆摊', en: 'stall' };
  const manifest = { id: 'stall', version, title: words, summary: words, publicFields: [], refusalReasons: [] };
  return {
    manifest: {
      ...manifest,
      licence: { kind: 'stall', words },
      statutory: { workingDays: 3, article: {} },
      feeCents: 0,
    },
    form: { questions: [] },
    messages: { 'zh-CN': {}, en: {} },
    guide: { theme: 'public', organ: words, aliases: ['摆摊'], hints: [], english: [], basis: [], conditions: [] },
    registration: { id: 'stall', version, contract: hash },
    contract,
  } as unknown as ServiceBundle;
}

async function folderWith(bundle: ServiceBundle, name = 'given'): Promise<string> {
  const folder = join(directory, name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'service.bundle.json'), formatServiceBundle(bundle));
  return folder;
}

describe('a city’s services', () => {
  test('are there at every later start, each version with its own contract', async () => {
    const city = join(directory, 'city');
    await keepServices(city, [await folderWith(bundleOf(1))]);
    await keepServices(city, [join(await folderWith(bundleOf(2)), 'service.bundle.json')]);
    const kept = await keepServices(city, []);
    expect(kept.map(({ contract }) => contract)).toEqual(['contract 1', 'contract 2']);
    expect(newestServices(kept).map(({ manifest }) => manifest.version)).toEqual([2]);
  });

  test('a bundle with another text than it names, or none at all, is not taken in', async () => {
    const text = formatServiceBundle(bundleOf(1));
    for (const bad of [text.replace('contract 1', 'contract x'), text.replace('"form"', '"farm"'), '{}', 'x'])
      expect(() => parseServiceBundle(bad, 'x')).toThrow('service-damaged');
    await expect(keepServices(directory, [join(directory, 'nowhere')])).rejects.toThrow('service-damaged');
  });
});

describe('registering', () => {
  const signed: JsonObject[] = [];
  const registrar = (record: JsonObject | undefined, outcome: object = { events: [] }) => ({
    findRecord: () => Promise.resolve(record === undefined ? undefined : JSON.stringify(record)),
    act: (_deed: string, body: JsonObject) => {
      signed.push(body);
      return Promise.resolve(outcome);
    },
  });

  test('happens for what the ledger does not know yet, and once', async () => {
    const { registration } = bundleOf(1);
    await registerServices([bundleOf(1)], registrar(undefined));
    await registerServices([bundleOf(1)], registrar({ version: 1, contract: registration.contract ?? '' }));
    expect(signed).toEqual([registration]);
  });

  test('a changed contract under an old version is refused, with the ledger’s code', async () => {
    const refused = registrar({ version: 1, contract: 'other' }, { refused: 'version-not-newer', facts: {} });
    await expect(registerServices([bundleOf(1)], refused)).rejects.toMatchObject({
      code: 'service-refused',
      facts: { service: 'stall', version: 1, code: 'version-not-newer' },
    });
  });
});

test('the portal finds a service that came after it was built, beside those it was built with', async () => {
  await mkdir(join(directory, 'guides'));
  const built = { matters: [{ id: 'passport' }], organs: { police: {} } };
  await writeFile(join(directory, 'guides', 'matters.json'), JSON.stringify(built));
  expect((await portalFilesOf([], directory)).size).toBe(0);
  const files = await portalFilesOf([bundleOf(1), bundleOf(2)], directory);
  expect([...files.keys()].sort()).toEqual([
    '/guides/matters.json',
    '/guides/matters/stall.json',
    '/guides/stall.json',
  ]);
  const { matters, organs } = JSON.parse(files.get('/guides/matters.json') ?? '');
  expect(matters).toMatchObject([{ id: 'passport' }, { id: 'stall', canApply: true, organ: 'service:stall' }]);
  expect(Object.keys(organs)).toEqual(['police', 'service:stall']);
});
