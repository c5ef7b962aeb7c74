import { serviceRegistration } from '@minglu/city';
import type { JsonObject } from '@minglu/protocol';
import type { ServiceManifest } from '@minglu/service-kit';

/** Body of `services.register` for a folder: what the department's administrator signs. */
export function registrationOf(
  manifest: ServiceManifest,
  contractHash: string,
  { organ, attesters }: { readonly organ: string; readonly attesters: readonly string[] },
): JsonObject {
  return serviceRegistration({ manifest, contractHash }, organ, attesters);
}
