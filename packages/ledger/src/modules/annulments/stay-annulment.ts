import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { transactionId } from '../../shape/ids.ts';
import { annulmentExists, annulmentIs, mayActOnAnnulment, type NamesAnAnnulment } from './annulment-rules.ts';
import { writeAnnulment } from './write-annulment.ts';

/** 中止调查 (实施细则 54): only on a party's application. The months stand still until it goes on. */
export const stayAnnulment = defineDeed({
  name: 'annulments.stay',
  since: 3,
  body: { annulment: transactionId },
  sidecar: 'optional',
  rules: [annulmentExists, mayActOnAnnulment('annulments.stay'), annulmentIs('investigated'), somebodyAsked],
  effect: ({ annulment: id }, { timeMs }, draft) => {
    const { stayAsked: ground = '', ...record } = draft.get('annulment', id);
    writeAnnulment(draft, id, { ...record, status: 'stayed', stayedAt: timeMs });
    const { licence, organ } = record;
    return { events: [event('annulment.stayed', { annulment: id, licence, organ, ground })] };
  },
});

function somebodyAsked({ annulment: id }: NamesAnAnnulment, { records }: DeedContext): Refusal | undefined {
  const ground = records.find('annulment', id)?.stayAsked;
  return ground === undefined ? refuse('annulment-not-open', { annulment: id, status: 'investigated' }) : undefined;
}
