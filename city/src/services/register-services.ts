import type { JsonObject } from '@minglu/protocol';
import { CityError } from '../city-error.ts';
import { newestServices } from './city-services.ts';
import type { ServiceBundle } from './service-bundle.ts';

export interface Registrar {
  /** Value text of a state record. */
  findRecord(key: string): Promise<string | undefined>;
  /** Signs and submits a deed of the administrator; the outcome. */
  act(deed: string, body: JsonObject): Promise<object>;
}

/**
 * Registers what is newer than the ledger knows. A changed contract under an old version is refused here already: people's
 * cases keep the version they came under, so a version means one text.
 *
 * @throws CityError `service-refused`
 */
export async function registerServices(bundles: readonly ServiceBundle[], registrar: Registrar): Promise<void> {
  for (const { manifest, registration } of newestServices(bundles)) {
    const { id, version } = manifest;
    const record = await registrar.findRecord(`service/${id}`);
    const known = JSON.parse(record ?? '{}') as { version?: number; contract?: string };
    if (known.version === version && known.contract === registration.contract) continue;
    const outcome = (await registrar.act('services.register', registration)) as { refused?: string; facts?: object };
    if (outcome.refused === undefined) continue;
    throw new CityError('service-refused', { service: id, version, code: outcome.refused });
  }
}
