import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ServicePlace, serviceRegistration } from '../seed/service-registrations.ts';
import { parseServiceBundle, type ServiceBundle } from './service-bundle.ts';

const BUNDLE = 'service.bundle.json';

/**
 * Services that come with this program as folders of data. Their bundles name nobody: who keeps them, decides and attests here
 * is this city's choice, made where it knows its own districts.
 *
 * @param folder of services; one without a bundle is code of its own, or a folder somebody works in
 */
export async function shippedServices(folder: string, place: ServicePlace): Promise<ServiceBundle[]> {
  const names = (await readdir(folder).catch(() => [])).sort();
  const found = names.map(async (name): Promise<ServiceBundle[]> => {
    const file = join(folder, name, BUNDLE);
    const text = await readFile(file, 'utf8').catch(() => undefined);
    return text === undefined ? [] : [placedService(parseServiceBundle(text, file), place)];
  });
  return (await Promise.all(found)).flat();
}

/** The bundle, to be registered as this place has it. */
function placedService(bundle: ServiceBundle, place: ServicePlace): ServiceBundle {
  const { manifest, registration } = bundle;
  return {
    ...bundle,
    registration: serviceRegistration({ manifest, contractHash: String(registration.contract) }, place),
  };
}
