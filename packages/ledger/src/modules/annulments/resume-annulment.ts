import { CHINA_OFFSET_MS, dayAt } from '../../calendar/civil-date.ts';
import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { transactionId } from '../../shape/ids.ts';
import { withDue } from '../cases/case-clock.ts';
import { investigationDue } from './annulment-clock.ts';
import { annulmentExists, annulmentIs, mayActOnAnnulment } from './annulment-rules.ts';
import { writeAnnulment } from './write-annulment.ts';

/** The ground of a stay has gone: the investigation goes on, and its end moves by the days it stood still. */
export const resumeAnnulment = defineDeed({
  name: 'annulments.resume',
  since: 3,
  body: { annulment: transactionId },
  sidecar: 'optional',
  rules: [annulmentExists, mayActOnAnnulment('annulments.resume'), annulmentIs('stayed')],
  effect: ({ annulment: id }, { timeMs }, draft) => {
    const { stayedAt = timeMs, ...record } = draft.get('annulment', id);
    const stood = dayAt(timeMs, CHINA_OFFSET_MS) - dayAt(stayedAt, CHINA_OFFSET_MS);
    const resumed = { ...record, status: 'investigated' as const, stayedDays: (record.stayedDays ?? 0) + stood };
    const due = investigationDue(draft, resumed);
    writeAnnulment(draft, id, withDue(resumed, due));
    const { licence, organ } = record;
    return { events: [event('annulment.resumed', { annulment: id, licence, organ, ...due })] };
  },
});
