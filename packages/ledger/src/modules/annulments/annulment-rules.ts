import { accessRule } from '../../access/access-rule.ts';
import type { DeedContext, Rule } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { AnnulmentStatus } from '../../state/annulment-record.ts';
import type { RecordFinder } from '../../state/record-finder.ts';

export interface NamesAnAnnulment {
  readonly annulment: string;
}

export function annulmentExists({ annulment: id }: NamesAnAnnulment, { records }: DeedContext): Refusal | undefined {
  return records.find('annulment', id) === undefined ? refuse('annulment-unknown', { annulment: id }) : undefined;
}

/** The office that has the licence now investigates, wherever it was registered (实施细则 51). */
export function mayActOnAnnulment(deed: string): Rule<NamesAnAnnulment> {
  return accessRule(deed, ({ annulment: id }, records) => {
    const licence = records.find('licence', records.find('annulment', id)?.licence ?? '');
    const { organ: org = '', service, region } = licence ?? {};
    return { org, ...(service === undefined ? {} : { service }), ...(region === undefined ? {} : { region }) };
  });
}

/** The organ that annulled, or the one above it (条例 42): its parent, or the superior in its own line. */
export function organOrSuperior(kid: string) {
  return ({ annulment: id }: NamesAnAnnulment, records: RecordFinder): { readonly org: string } => {
    const licence = records.find('annulment', id)?.licence ?? '';
    const organ = records.find('licence', licence)?.organ ?? '';
    const { parent, superior } = records.find('org', organ) ?? {};
    const own = records.find('key', kid)?.org;
    const isAbove = own !== undefined && (own === parent || own === superior);
    return { org: isAbove ? own : organ };
  };
}

export function annulmentIs(...statuses: readonly AnnulmentStatus[]): Rule<NamesAnAnnulment> {
  return ({ annulment: id }, { records }) => {
    const status = records.find('annulment', id)?.status;
    if (status !== undefined && statuses.includes(status)) return undefined;
    return refuse('annulment-not-open', { annulment: id, status: status ?? '' });
  };
}

/** 涉嫌虚假登记的市场主体已注销的 is not investigated (实施细则 52); neither is what was annulled already. */
export function licenceCanBeAnnulled(
  { number }: { readonly number: string },
  { records }: DeedContext,
): Refusal | undefined {
  const status = records.find('licence', number)?.status ?? '';
  const isOver = status === 'closed' || status === 'annulled' || status === 'withdrawn';
  return isOver ? refuse('licence-final', { number, status }) : undefined;
}

/** The same of the licence an investigation is about: it may have ended while that went on. */
export function itsLicenceCanBeAnnulled(
  { annulment: id }: NamesAnAnnulment,
  context: DeedContext,
): Refusal | undefined {
  return licenceCanBeAnnulled({ number: context.records.find('annulment', id)?.licence ?? '' }, context);
}

/**
 * `unopposed` rests on an announcement (条例 40, second paragraph): its forty-five days are over, and nobody spoke up. What
 * was `found` by the investigation rests on itself.
 */
export function basisHolds(
  { annulment: id, basis }: NamesAnAnnulment & { readonly basis: 'found' | 'unopposed' },
  { records, timeMs }: DeedContext,
): Refusal | undefined {
  const announced = records.find('annulment', id)?.announced;
  if (basis === 'found') return undefined;
  if (announced === undefined) return refuse('annulment-not-announced', { annulment: id });
  if (announced.objectedAt !== undefined) return refuse('annulment-opposed', { annulment: id });
  return timeMs > announced.until
    ? undefined
    : refuse('annulment-announced', { annulment: id, until: announced.until });
}
