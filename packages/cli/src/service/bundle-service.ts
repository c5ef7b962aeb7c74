import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatServiceBundle, type ServiceBundle, type ServicePlace } from '@minglu/city';
import { formatStrictJson } from '@minglu/protocol';
import type { CheckedService } from './check-service.ts';
import { registrationOf } from './service-registration.ts';

export interface Bundled {
  readonly hash: string;
  readonly files: readonly string[];
}

/**
 * Writes `service.bundle.json`, which a city takes in, and `register.json`, the body that the department signs: from a
 * folder in which nothing is wrong.
 */
export async function bundleService(
  directory: string,
  { folder, contract }: Required<CheckedService>,
  place: ServicePlace,
): Promise<Bundled> {
  if (folder === undefined || contract === undefined) throw new RangeError('a folder that was not checked');
  const { manifest, form, messages, guide } = folder;
  const registration = registrationOf(manifest, contract.hash, place);
  const bundle: ServiceBundle = { manifest, form, messages, guide, registration, contract: contract.text };
  await writeFile(join(directory, 'service.bundle.json'), `${formatServiceBundle(bundle)}\n`);
  await writeFile(join(directory, 'register.json'), `${formatStrictJson(registration)}\n`);
  return { hash: contract.hash, files: ['service.bundle.json', 'register.json'] };
}
