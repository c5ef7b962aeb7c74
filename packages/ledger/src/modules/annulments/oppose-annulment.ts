import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { LedgerError } from '../../ledger-error.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { transactionId } from '../../shape/ids.ts';
import { holderOf } from '../licences/licence-rules.ts';
import { annulmentExists, annulmentIs, type NamesAnAnnulment } from './annulment-rules.ts';
import { writeAnnulment } from './write-annulment.ts';

/** 在公示期内提出异议: the shop's own key speaks up; its silence then decides nothing any more. */
export const opposeAnnulment = defineDeed({
  name: 'annulments.oppose',
  since: 3,
  body: { annulment: transactionId },
  sidecar: 'optional',
  rules: [
    annulmentExists,
    accessRule<NamesAnAnnulment>('annulments.oppose', ({ annulment: id }, records) => ({
      holder: holderOf(records, records.find('annulment', id)?.licence ?? ''),
    })),
    annulmentIs('investigated'),
    isAnnounced,
  ],
  effect: ({ annulment: id }, { timeMs }, draft) => {
    const record = draft.get('annulment', id);
    const { licence, organ, announced } = record;
    if (announced === undefined) throw new LedgerError('record-missing', { kind: 'annulment' });
    writeAnnulment(draft, id, { ...record, announced: { ...announced, objectedAt: timeMs } });
    return { events: [event('annulment.opposed', { annulment: id, licence, organ })] };
  },
});

function isAnnounced({ annulment: id }: NamesAnAnnulment, { records, timeMs }: DeedContext): Refusal | undefined {
  const announced = records.find('annulment', id)?.announced;
  if (announced === undefined || timeMs > announced.until) return refuse('annulment-not-announced', { annulment: id });
  return announced.objectedAt === undefined ? undefined : refuse('annulment-opposed', { annulment: id });
}
