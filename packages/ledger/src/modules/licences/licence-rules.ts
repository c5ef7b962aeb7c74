import type { Resource } from '../../access/access.ts';
import { accessRule } from '../../access/access-rule.ts';
import type { DeedContext, Rule } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { LicenceRecord, LicenceStatus } from '../../state/licence-record.ts';
import type { RecordFinder } from '../../state/record-finder.ts';

interface NamesALicence {
  readonly number: string;
}

/** A licence in one of these can be acted on; in any other it has ended for good. */
const LIVING: readonly LicenceStatus[] = ['valid', 'suspended', 'ceased'];

export function isLiving(status: LicenceStatus): boolean {
  return LIVING.includes(status);
}

export function licenceExists({ number }: NamesALicence, { records }: DeedContext): Refusal | undefined {
  return records.find('licence', number) === undefined ? refuse('licence-unknown', { number }) : undefined;
}

/** Only the organ that issued it acts on it. */
export function mayActOnLicence(deed: string): Rule<NamesALicence> {
  return accessRule(deed, ({ number }, records) => {
    const licence = records.find('licence', number);
    return { ...aboutLicence(licence), org: licence?.organ ?? '' };
  });
}

/** Its holder signs with the key of the case it was issued on, or of whoever took it over. */
export function holderActsOnLicence(deed: string): Rule<NamesALicence> {
  return accessRule(deed, ({ number }, records) => ({
    ...aboutLicence(records.find('licence', number)),
    holder: holderOf(records, number),
  }));
}

export function aboutLicence(licence: LicenceRecord | undefined): Resource {
  return licence === undefined ? {} : { case: licence.case, service: licence.service, region: licence.region };
}

export function holderOf(records: RecordFinder, number: string): string {
  const licence = records.find('licence', number);
  return licence?.holder ?? records.find('case', licence?.case ?? '')?.holder ?? '';
}

/** 歇业 and 简易注销 are of the market registers: other licences end by their own law. */
export function licenceHasProcedure({ number }: NamesALicence, { records }: DeedContext): Refusal | undefined {
  const service = records.find('licence', number)?.service ?? '';
  const procedure = records.find('service', service)?.procedure;
  return procedure?.kind === 'registration' ? undefined : refuse('licence-without-procedure', { number });
}

/** In business, or resting from it. */
export function licenceIsInForce({ number }: NamesALicence, { records }: DeedContext): Refusal | undefined {
  const status = records.find('licence', number)?.status ?? '';
  return status === 'valid' || status === 'ceased' ? undefined : refuse('licence-not-valid', { number, status });
}

export function licenceIsCeased({ number }: NamesALicence, { records }: DeedContext): Refusal | undefined {
  const status = records.find('licence', number)?.status ?? '';
  return status === 'ceased' ? undefined : refuse('licence-not-ceased', { number, status });
}

export function closingRuns({ number }: NamesALicence, { records }: DeedContext): Refusal | undefined {
  return records.find('licence', number)?.closing === undefined ? refuse('closing-unknown', { number }) : undefined;
}

export function licenceIsLiving({ number }: NamesALicence, { records }: DeedContext): Refusal | undefined {
  const status = records.find('licence', number)?.status;
  if (status === undefined || LIVING.includes(status)) return undefined;
  return refuse('licence-final', { number, status });
}

export function licenceIsValid({ number }: NamesALicence, { records }: DeedContext): Refusal | undefined {
  const status = records.find('licence', number)?.status ?? '';
  return status === 'valid' ? undefined : refuse('licence-not-valid', { number, status });
}

export function licenceIsSuspended({ number }: NamesALicence, { records }: DeedContext): Refusal | undefined {
  const status = records.find('licence', number)?.status ?? '';
  return status === 'suspended' ? undefined : refuse('licence-not-suspended', { number, status });
}
