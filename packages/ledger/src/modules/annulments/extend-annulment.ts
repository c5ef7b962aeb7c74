import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { reasonCode, transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { withDue } from '../cases/case-clock.ts';
import { INVESTIGATION_MONTHS, investigationDue } from './annulment-clock.ts';
import { annulmentExists, annulmentIs, mayActOnAnnulment } from './annulment-rules.ts';
import { writeAnnulment } from './write-annulment.ts';

const body = { annulment: transactionId, reason: reasonCode };
type Body = BodyOf<typeof body>;

/** 情形复杂的，经登记机关负责人批准，可以延长3个月 (实施细则 53): once, and before the three months are over. */
export const extendAnnulment = defineDeed({
  name: 'annulments.extend',
  since: 3,
  body,
  sidecar: 'optional',
  rules: [
    annulmentExists,
    mayActOnAnnulment('annulments.extend'),
    annulmentIs('investigated'),
    isNotExtended,
    dateIsAhead,
  ],
  effect: ({ annulment: id, reason }, { transaction }, draft) => {
    const record = draft.get('annulment', id);
    const months = (record.months ?? INVESTIGATION_MONTHS) + INVESTIGATION_MONTHS;
    const extended = { ...record, months, extendedBy: transaction.kid };
    const due = investigationDue(draft, extended);
    writeAnnulment(draft, id, withDue(extended, due));
    const { licence, organ, dueAt: from } = record;
    return { events: [event('annulment.extended', { annulment: id, licence, organ, reason, from, ...due })] };
  },
});

function isNotExtended({ annulment: id }: Body, { records }: DeedContext): Refusal | undefined {
  const by = records.find('annulment', id)?.extendedBy;
  return by === undefined ? undefined : refuse('annulment-extended', { annulment: id });
}

function dateIsAhead({ annulment: id }: Body, { records, timeMs }: DeedContext): Refusal | undefined {
  const dueAt = records.find('annulment', id)?.dueAt ?? 0;
  return timeMs <= dueAt ? undefined : refuse('annulment-past-due', { annulment: id, dueAt });
}
