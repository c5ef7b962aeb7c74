import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CityError } from '../city-error.ts';
import { formatServiceBundle, parseServiceBundle, type ServiceBundle } from './service-bundle.ts';

const BUNDLE = 'service.bundle.json';

/**
 * Takes bundles into the city's folder and gives all that were ever taken in: a ledger can only be replayed with the
 * contracts its cases came under. Each lies under its contract's hash and is never written over.
 *
 * @param directory of the city
 * @param given folders of services, or their bundles
 * @param shipped those that come with the program, as this city has them
 * @throws CityError `service-damaged`
 */
export async function keepServices(
  directory: string,
  given: readonly string[],
  shipped: readonly ServiceBundle[] = [],
): Promise<ServiceBundle[]> {
  const folder = join(directory, 'services');
  for (const path of given) {
    const file = (await isFolder(path)) ? join(path, BUNDLE) : path;
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) throw new CityError('service-damaged', { file });
    await keep(folder, parseServiceBundle(text, file), text);
  }
  for (const bundle of shipped) await keep(folder, bundle, `${formatServiceBundle(bundle)}\n`);
  const names = (await readdir(folder).catch(() => [])).sort();
  return await Promise.all(
    names.map(async (name) => parseServiceBundle(await readFile(join(folder, name), 'utf8'), name)),
  );
}

async function keep(folder: string, { manifest, registration }: ServiceBundle, text: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, `${manifest.id}-${manifest.version}-${String(registration.contract)}.json`), text);
}

/** Of each service the newest version. */
export function newestServices(bundles: readonly ServiceBundle[]): ServiceBundle[] {
  const newest = new Map<string, ServiceBundle>();
  for (const bundle of bundles) {
    const known = newest.get(bundle.manifest.id);
    if (known === undefined || known.manifest.version < bundle.manifest.version) newest.set(bundle.manifest.id, bundle);
  }
  return [...newest.values()];
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
