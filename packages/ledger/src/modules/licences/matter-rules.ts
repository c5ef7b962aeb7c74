import type { Outcome } from '@minglu/protocol';
import type { DeedContext } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { LicenceStatus } from '../../state/licence-record.ts';
import type { CaseMatter } from '../../state/records.ts';
import { attestationsHold } from '../cases/attestation-rules.ts';

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

/** Whoever attests in matters about this licence, beside those who attest for its service. */
export function mattersAttesters(number: string, { records }: DeedContext): readonly string[] {
  const service = records.find('licence', number)?.service ?? '';
  return records.find('service', service)?.matters?.attesters ?? [];
}

/** What a department says of the applicant of a matter, it says of this one (`attestation-*`). */
export function matterIsAttested({ number }: { readonly number: string }, context: DeedContext): Refusal | undefined {
  const service = context.records.find('licence', number)?.service ?? '';
  return attestationsHold(service, context, mattersAttesters(number, context));
}

/** 清税证明: whoever leaves a business has its taxes settled (促进条例 13, 实施细则 46). */
export function taxesAreCleared(_body: unknown, { sidecar, erased }: DeedContext): Refusal | undefined {
  if (erased !== undefined) return undefined;
  return sidecar?.sealed['tax-clearance'] === undefined ? refuse('clearance-missing') : undefined;
}

/** The fact by which the tax office says of a licence, by its number, that nothing is owed (清税证明). */
const CLEARED_OF = 'taxes-cleared-of';

/**
 * Where the tax office attests, 清税证明 is its word, or a paper that is opened by a person; an application that has neither is
 * taken, and goes back with the list (条例 19, 实施细则 46): no program turns it away.
 */
export function isCleared(number: string, { sidecar, records, erased }: DeedContext): boolean {
  if (erased !== undefined) return !wasUncleared(erased);
  if (sidecar?.sealed['tax-clearance'] !== undefined) return true;
  const service = records.find('licence', number)?.service ?? '';
  const offices = records.find('service', service)?.matters?.attesters ?? [];
  const said = sidecar?.attestations.filter(({ statement }) => offices.includes(statement.issuer)) ?? [];
  return said.some(({ statement }) => statement.facts[CLEARED_OF] === number);
}

function wasUncleared(recorded: Outcome): boolean {
  return 'events' in recorded && recorded.events.some(([, facts]) => facts.uncleared === true);
}

/** An officer does not close what is not cleared: the matter is returned, or refused. */
export function matterIsCleared(
  { case: id }: { readonly case: string },
  { records }: DeedContext,
): Refusal | undefined {
  const matter = records.find('case', id)?.matter;
  return matter?.uncleared === true ? refuse('clearance-missing') : undefined;
}
