import { accessRule } from '../../access/access-rule.ts';
import type { DeedContext, Rule } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { LicenceStatus } from '../../state/records.ts';

interface NamesALicence {
  readonly number: string;
}

/** A licence in one of these can be acted on; in any other it has ended for good. */
const LIVING: readonly LicenceStatus[] = ['valid', 'suspended', 'ceased'];

export function licenceExists({ number }: NamesALicence, { records }: DeedContext): Refusal | undefined {
  return records.find('licence', number) === undefined ? refuse('licence-unknown', { number }) : undefined;
}

/** Only the organ that issued it acts on it. */
export function mayActOnLicence(deed: string): Rule<NamesALicence> {
  return accessRule(deed, ({ number }, records) => ({ org: records.find('licence', number)?.organ ?? '' }));
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
