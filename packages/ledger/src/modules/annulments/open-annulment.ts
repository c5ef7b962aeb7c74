import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { licenceNumber } from '../../shape/ids.ts';
import { oneOf } from '../../shape/texts.ts';
import { licenceExists, licenceHasProcedure, mayActOnLicence } from '../licences/licence-rules.ts';
import { INVESTIGATION_MONTHS, investigationDue } from './annulment-clock.ts';
import { licenceCanBeAnnulled } from './annulment-rules.ts';
import { writeAnnulment } from './write-annulment.ts';

/** 依职权主动进行调查 (实施细则 50): nobody asked; the same months run from the day it is opened. */
export const openAnnulment = defineDeed({
  name: 'annulments.open',
  since: 3,
  body: { number: licenceNumber, ground: oneOf('identity-used', 'false-papers') },
  sidecar: 'optional',
  rules: [licenceExists, mayActOnLicence('annulments.open'), licenceHasProcedure, licenceCanBeAnnulled, isNew],
  effect: ({ number, ground }, { transaction, timeMs }, draft) => {
    const { organ } = draft.get('licence', number);
    const { id, kid } = transaction;
    const opened = {
      ...{ licence: number, organ, ground, status: 'investigated' as const, openedBy: kid },
      ...{ askedAt: timeMs, takenUpAt: timeMs, months: INVESTIGATION_MONTHS },
    };
    const due = investigationDue(draft, { ...opened, dueAt: 0 });
    writeAnnulment(draft, id, { ...opened, ...due });
    const about = { annulment: id, licence: number, organ };
    return {
      events: [
        event('annulment.asked', { ...about, ground, by: 'organ', ...due }),
        event('annulment.taken-up', { ...about, ...due }),
      ],
    };
  },
});

function isNew(_body: unknown, { records, transaction }: DeedContext): Refusal | undefined {
  return records.find('annulment', transaction.id) === undefined ? undefined : refuse('case-exists');
}
