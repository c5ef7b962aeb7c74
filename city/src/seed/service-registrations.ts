import type { JsonObject } from '@minglu/protocol';
import type { RegistrationTerms, ServiceDefinition, StatutoryClock } from '@minglu/service-kit';

export interface ServicePlace {
  /** Who keeps the service, and decides where there are no offices. */
  readonly organ: string;
  readonly attesters: readonly string[];
  readonly offices?: readonly { readonly region: string; readonly organ: string }[];
}

/** Who decides and who attests is the city's choice; everything else the service says of itself. */
export function serviceRegistration(
  service: ServiceDefinition,
  { organ, attesters, offices }: ServicePlace,
): JsonObject {
  const { id, version, promiseMs, licence, statutory, registration } = service.manifest;
  const procedure = registration === undefined ? {} : { procedure: procedureOf(statutory, registration) };
  return {
    id,
    version,
    organ,
    ...(offices === undefined ? {} : { offices: offices.map((office) => ({ ...office })) }),
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
