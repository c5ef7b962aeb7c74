import type { DeedContext } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { id, regionCode } from '../../shape/ids.ts';
import { type BodyOf, members, type RequiredShape, required } from '../../shape/shape.ts';
import type { ServiceRecord } from '../../state/records.ts';
import { organisationExists } from '../organisations/organisation-exists.ts';

/** More than the country has districts and counties. */
const MAX_OFFICES = 4096;

const office = members({ region: regionCode, organ: id });
type Office = BodyOf<{ readonly region: typeof regionCode; readonly organ: typeof id }>;

/** Who answers for a service in which district: one office a district, in the order of the districts' codes. */
export const offices: RequiredShape<readonly Office[]> = required((value) => {
  if (!Array.isArray(value)) return 'type';
  if (value.length === 0 || value.length > MAX_OFFICES) return 'length';
  let before = '';
  for (const entry of value) {
    const problem = office.problemOf(entry);
    if (problem !== undefined) return problem;
    const { region } = entry as unknown as Office;
    if (region === before) return 'repeated';
    if (region < before) return 'value';
    before = region;
  }
  return undefined;
});

/** The organ that answers for an application out of `region`; none where a service with offices has no office there. */
export function findOffice(service: Pick<ServiceRecord, 'organ' | 'offices'>, region: string): string | undefined {
  if (service.offices === undefined) return service.organ;
  return service.offices.find((one) => one.region === region)?.organ;
}

export function officesExist(
  { offices: list = [] }: Pick<ServiceRecord, 'offices'>,
  context: DeedContext,
): Refusal | undefined {
  for (const organ of new Set(list.map((one) => one.organ))) {
    const refusal = organisationExists(organ, context);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** 条例 5: registration is with the organ of the district; whoever files elsewhere is told so before anything is decided. */
export function regionIsServed(
  body: { readonly service: string; readonly region: string },
  { records }: DeedContext,
): Refusal | undefined {
  const service = records.find('service', body.service);
  if (service === undefined || findOffice(service, body.region) !== undefined) return undefined;
  return refuse('region-not-served', { service: body.service, region: body.region });
}
