import type { JsonObject } from '@minglu/protocol';
import type { RegistrationTerms, ServiceDefinition, StatutoryClock } from '@minglu/service-kit';

/** Who decides and who attests is the city's choice; everything else the service says of itself. */
export function serviceRegistration(
  service: ServiceDefinition,
  organ: string,
  attesters: readonly string[],
): JsonObject {
  const { id, version, promiseMs, licence, statutory, registration } = service.manifest;
  const procedure = registration === undefined ? {} : { procedure: procedureOf(statutory, registration) };
  return {
    id,
    version,
    organ,
    contract: service.contractHash,
    attesters: [...attesters],
    promiseMs,
    licence: { kind: licence.kind },
    ...procedure,
  };
}

function procedureOf(
  statutory: StatutoryClock,
  { reviewWorkingDays, closingDays, points }: RegistrationTerms,
): JsonObject {
  return {
    kind: 'registration',
    days: statutory.workingDays,
    extensionDays: statutory.extensionWorkingDays,
    reviewDays: reviewWorkingDays,
    closingDays,
    points: points.map(({ code }) => code),
  };
}
