import type { JsonObject } from '@minglu/protocol';
import type { ServiceDefinition } from '@minglu/service-kit';

/** Who decides and who attests is the city's choice; everything else the service says of itself. */
export function serviceRegistration(
  service: ServiceDefinition,
  organ: string,
  attesters: readonly string[],
): JsonObject {
  const { id, version, promiseMs, licence } = service.manifest;
  return {
    id,
    version,
    organ,
    contract: service.contractHash,
    attesters: [...attesters],
    promiseMs,
    licence: { kind: licence.kind },
  };
}
