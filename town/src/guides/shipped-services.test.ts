import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseServiceBundle, shippedServices } from '@minglu/city';
import { expect, test } from 'vitest';
import { tryMinglu } from '../run-minglu.ts';

const SERVICES = join(resolve(import.meta.dirname, '..', '..', '..'), 'services');
const PLACE = { organ: 'here', attesters: ['one', 'two'] };

/** Of each service that is a folder of data, what a city takes in. */
async function foldersOfData(): Promise<string[]> {
  const names = await readdir(SERVICES);
  const found = names.map(async (name) => {
    const files = await readdir(join(SERVICES, name));
    return files.includes('service.json') ? [name] : [];
  });
  return (await Promise.all(found)).flat();
}

test('every service that comes as a folder is whole, and its bundle is what is made of the folder today', async () => {
  const names = await foldersOfData();
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    const copy = await mkdtemp(join(tmpdir(), `minglu-${name}-`));
    try {
      await cp(join(SERVICES, name), copy, { recursive: true });
      const committed = parseServiceBundle(await readFile(join(copy, 'service.bundle.json'), 'utf8'), name);
      const { organ, attesters } = committed.registration as { organ: string; attesters: string[] };
      const by = attesters.flatMap((one) => ['--attester', one]);
      const { printed } = await tryMinglu('service', 'bundle', copy, '--organ', organ, ...by);
      expect(printed.join('\n')).toContain(`contract ${String(committed.registration.contract)}`);
      expect(parseServiceBundle(await readFile(join(copy, 'service.bundle.json'), 'utf8'), name)).toEqual(committed);
    } finally {
      await rm(copy, { recursive: true });
    }
  }
});

test('a city registers it with its own people, whatever the bundle says', async () => {
  const [bundle] = await shippedServices(SERVICES, PLACE);
  expect(bundle?.registration).toMatchObject({ organ: 'here', attesters: ['one', 'two'] });
  expect(bundle?.registration.contract).toMatch(/^[0-9a-f]{64}$/);
});
