import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { transactionId } from '../../shape/ids.ts';
import { INVESTIGATION_MONTHS, investigationDue } from './annulment-clock.ts';
import { annulmentExists, annulmentIs, mayActOnAnnulment } from './annulment-rules.ts';
import { writeAnnulment } from './write-annulment.ts';

/** 受理 (实施细则 52, 53): three months run from here. */
export const takeUpAnnulment = defineDeed({
  name: 'annulments.take-up',
  since: 3,
  body: { annulment: transactionId },
  sidecar: 'optional',
  rules: [annulmentExists, mayActOnAnnulment('annulments.take-up'), annulmentIs('asked')],
  effect: ({ annulment: id }, { timeMs }, draft) => {
    const { dueAt: _dueAt, isProvisional: _isProvisional, late: _late, ...asked } = draft.get('annulment', id);
    const { organ } = draft.get('licence', asked.licence);
    const taken = { ...asked, organ, status: 'investigated' as const, takenUpAt: timeMs, months: INVESTIGATION_MONTHS };
    const due = investigationDue(draft, { ...taken, dueAt: 0 });
    writeAnnulment(draft, id, { ...taken, ...due });
    return { events: [event('annulment.taken-up', { annulment: id, licence: asked.licence, organ, ...due })] };
  },
});
