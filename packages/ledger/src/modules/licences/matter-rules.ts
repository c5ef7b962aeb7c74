import type { DeedContext } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { CaseMatter, LicenceStatus } from '../../state/records.ts';

/** What a change can be made to, and what can be closed: a licence that was taken away is still to be closed (条例 31). */
const SUITED: Readonly<Record<CaseMatter['kind'], readonly LicenceStatus[]>> = {
  change: ['valid', 'ceased'],
  closing: ['valid', 'ceased', 'suspended', 'annulled', 'revoked'],
};

export function licenceSuits(kind: CaseMatter['kind'], number: string, { records }: DeedContext): Refusal | undefined {
  const status = records.find('licence', number)?.status ?? '';
  return SUITED[kind].some((one) => one === status) ? undefined : refuse('matter-unsuited', { number, status });
}

/** One application at a time: two officers must not grant two changes past each other. */
export function nothingIsOpen({ number }: { readonly number: string }, { records }: DeedContext): Refusal | undefined {
  const open = records.find('licence', number)?.open;
  return open === undefined ? undefined : refuse('matter-open', { number, case: open });
}

/** The replay window forgets; a case does not. */
export function matterIsNew(_body: unknown, { records, transaction }: DeedContext): Refusal | undefined {
  return records.find('case', transaction.id) === undefined ? undefined : refuse('case-exists');
}

/** The licence may have ended while the application waited. */
export function matterStands({ case: id }: { readonly case: string }, context: DeedContext): Refusal | undefined {
  const matter = context.records.find('case', id)?.matter;
  return matter === undefined ? undefined : licenceSuits(matter.kind, matter.licence, context);
}

/** Papers that go sealed to the organ, by the names they have in the sidecar. */
export function sealedAre(names: readonly string[], { sidecar, erased }: DeedContext): Refusal | undefined {
  if (erased !== undefined) return undefined;
  const missing = names.find((name) => sidecar?.sealed[name] === undefined);
  return missing === undefined ? undefined : refuse('particulars-missing', { member: missing });
}

/** 清税证明: whoever leaves a business has its taxes settled (促进条例 13, 实施细则 46). */
export function taxesAreCleared(_body: unknown, { sidecar, erased }: DeedContext): Refusal | undefined {
  if (erased !== undefined) return undefined;
  return sidecar?.sealed['tax-clearance'] === undefined ? refuse('clearance-missing') : undefined;
}
