import type { JsonObject } from '@minglu/protocol';
import type {
  FieldValue,
  PublicField,
  RegistrationTerms,
  ServiceDefinition,
  StatutoryClock,
} from '@minglu/service-kit';

export interface ServicePlace {
  /** Who keeps the service, and decides where there are no offices. */
  readonly organ: string;
  readonly attesters: readonly string[];
  /** Who attests besides in matters about a licence; without, a person decides each of those. */
  readonly matterAttesters?: readonly string[];
  readonly offices?: readonly { readonly region: string; readonly organ: string }[];
}

/** Who decides and who attests is the city's choice; everything else the service says of itself. */
export function serviceRegistration(
  service: Pick<ServiceDefinition, 'manifest' | 'contractHash'>,
  { organ, attesters, matterAttesters, offices }: ServicePlace,
): JsonObject {
  const { id, version, promiseMs, licence, statutory, registration, publicFields } = service.manifest;
  const fields = publicFields.flatMap(fieldOf);
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
    ...(fields.length === 0 ? {} : { fields }),
    ...(matterAttesters === undefined ? {} : { matters: { attesters: [...matterAttesters] } }),
  };
}

/** Fields of the service's own; those that every application has are the ledger's. */
function fieldOf({ name, value }: PublicField): JsonObject[] {
  if (value === undefined) return [];
  const { kind, ...bounds }: FieldValue = value;
  return [{ name, kind, ...bounds } as JsonObject];
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
