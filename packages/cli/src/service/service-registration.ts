import { type ServicePlace, serviceRegistration } from '@minglu/city';
import type { JsonObject } from '@minglu/protocol';
import type { ServiceManifest } from '@minglu/service-kit';

/** Body of `services.register` for a folder: what the department's administrator signs. */
export function registrationOf(manifest: ServiceManifest, contractHash: string, place: ServicePlace): JsonObject {
  return serviceRegistration({ manifest, contractHash }, place);
}
