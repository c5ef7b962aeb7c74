import type { JsonObject } from '@minglu/protocol';
import type {
  FieldValue,
  PermitTerms,
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
  const { id, version, promiseMs, licence, statutory, registration, permit, publicFields } = service.manifest;
  const fields = publicFields.flatMap(fieldOf);
  const terms = registration ?? permit;
  const procedure = terms === undefined ? {} : { procedure: procedureOf(statutory, terms) };
  return {
    id,
    version,
    organ,
    ...(offices === undefined ? {} : { offices: offices.map((office) => ({ ...office })) }),
    contract: service.contractHash,
    attesters: [...attesters],
    promiseMs,
    licence: { kind: licence.kind, ...(licence.number === undefined ? {} : { number: licence.number }) },
    ...procedure,
    ...(fields.length === 0 ? {} : { fields }),
    ...(matterAttesters === undefined ? {} : { matters: { attesters: [...matterAttesters] } }),
  };
}

/** Fields of the service's own; those that every application has are the ledger's. */
function fieldOf({ name, value }: PublicField): JsonObject[] {
  if (value === undefined) return [];
  return ledgerFields(name, value);
}

/** Money stands in 分, a whole number; what 其他 is stands beside the choice. */
function ledgerFields(name: string, value: FieldValue): JsonObject[] {
  if (value.kind === 'money') return [{ ...value, name, kind: 'number' }];
  if (value.kind !== 'choice' || value.other === undefined) return [{ name, ...value } as JsonObject];
  const { other: max, choices, ...rest } = value;
  return [
    { name, ...rest, choices: [...choices, 'other'] },
    { name: `${name}-other`, kind: 'text', max, optional: true },
  ];
}

function procedureOf(
  statutory: StatutoryClock,
  { reviewWorkingDays, points, ...more }: PermitTerms | RegistrationTerms,
): JsonObject {
  const closing = 'closingDays' in more ? { closingDays: more.closingDays } : {};
  return {
    kind: 'closingDays' in more ? 'registration' : 'permit',
    days: statutory.workingDays,
    extensionDays: statutory.extensionWorkingDays,
    reviewDays: reviewWorkingDays,
    ...closing,
    points: points.map(({ code }) => code),
  };
}
