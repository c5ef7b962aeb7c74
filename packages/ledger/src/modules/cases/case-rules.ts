import { accessRule } from '../../access/access-rule.ts';
import { holdsRole } from '../../access/decide-access.ts';
import { isOneHand, newestKeyOf } from '../../access/hand-of.ts';
import type { DeedContext, Rule } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { RecordFinder } from '../../state/record-finder.ts';
import { isNameTaken, keepsNames } from '../names/names.ts';
import { resourceOfCase } from './resource-of-case.ts';

interface NamesACase {
  readonly case: string;
}

export function caseExists({ case: id }: NamesACase, { records }: DeedContext): Refusal | undefined {
  return records.find('case', id) === undefined ? refuse('case-unknown', { case: id }) : undefined;
}

/** The organ that answers for the case, or the key it was filed with: as the rule of the deed says. */
export function mayActOnCase(deed: string): Rule<NamesACase> {
  return accessRule(deed, ({ case: id }, records) => {
    const record = records.find('case', id);
    return record === undefined ? { org: '', holder: '' } : resourceOfCase(records, id, record);
  });
}

export function caseIsPending({ case: id }: NamesACase, { records }: DeedContext): Refusal | undefined {
  const status = records.find('case', id)?.status ?? '';
  return status === 'pending' ? undefined : refuse('case-not-pending', { case: id, status });
}

/** What this file's law says holds for cases that came under a procedure; older ones have no such clock. */
export function caseHasClock({ case: id }: NamesACase, { records }: DeedContext): Refusal | undefined {
  return records.find('case', id)?.clock === undefined ? refuse('case-without-clock', { case: id }) : undefined;
}

/** Two officers do not decide one case past each other; somebody who is no registrar any more is in nobody's way. */
export function caseIsNotWithAnother(
  { case: id }: NamesACase,
  { records, transaction, timeMs }: DeedContext,
): Refusal | undefined {
  const record = records.find('case', id);
  if (record?.officer === undefined || isOneHand(records, record.officer, transaction.kid)) return undefined;
  const officer = newestKeyOf(records, record.officer);
  const isFree = !isRegistrar(records, { kid: officer, organ: record.organ }, timeMs);
  return isFree ? undefined : refuse('case-with-other-officer', { case: id, officer: record.officer });
}

/** Two officers must not give one name to two people: whoever is second returns the application or refuses it. */
export function nameIsFree({ case: id }: NamesACase, { records }: DeedContext): Refusal | undefined {
  const record = records.find('case', id);
  if (record?.body === undefined || !keepsNames(records, record.service)) return undefined;
  const { region } = record.body;
  const owner = record.matter === undefined ? id : (records.find('licence', record.matter.licence)?.case ?? id);
  return isNameTaken(records, { ...record.body, case: owner }) ? refuse('name-taken', { case: id, region }) : undefined;
}

/** A case is handed only to somebody who may decide it. */
export function officerIsFit(
  { case: id, to }: NamesACase & { readonly to: string },
  { records, timeMs }: DeedContext,
): Refusal | undefined {
  const organ = records.find('case', id)?.organ ?? '';
  return isRegistrar(records, { kid: to, organ }, timeMs) ? undefined : refuse('officer-unfit', { kid: to });
}

export function officerIsAnother(
  { case: id, to }: NamesACase & { readonly to: string },
  { records }: DeedContext,
): Refusal | undefined {
  return isOneHand(records, records.find('case', id)?.officer, to) ? refuse('nothing-changes') : undefined;
}

function isRegistrar(
  records: RecordFinder,
  of: { readonly kid: string; readonly organ: string },
  atMs: number,
): boolean {
  const key = records.find('key', of.kid);
  return key !== undefined && holdsRole(records, { kid: of.kid, key, org: of.organ, role: 'registrar' }, atMs);
}
