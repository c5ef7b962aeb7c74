import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { transactionId } from '../../shape/ids.ts';
import { oneOf } from '../../shape/texts.ts';
import { announcedUntil } from './annulment-clock.ts';
import { annulmentExists, annulmentIs, mayActOnAnnulment, type NamesAnAnnulment } from './annulment-rules.ts';
import { writeAnnulment } from './write-annulment.ts';

/**
 * 公示45日 (市场主体登记管理条例 40, second paragraph): the shop cannot be reached, or does not cooperate. What is shown is
 * the licence as it is, and that it is being looked into; whoever has a say speaks up in that time.
 */
export const announceAnnulment = defineDeed({
  name: 'annulments.announce',
  since: 3,
  body: { annulment: transactionId, reason: oneOf('unreachable', 'unwilling') },
  sidecar: 'optional',
  rules: [annulmentExists, mayActOnAnnulment('annulments.announce'), annulmentIs('investigated'), isNotAnnounced],
  effect: ({ annulment: id, reason }, { timeMs }, draft) => {
    const record = draft.get('annulment', id);
    const { licence, organ } = record;
    const until = announcedUntil(draft, licence, timeMs);
    writeAnnulment(draft, id, { ...record, announced: { at: timeMs, until } });
    return { events: [event('annulment.announced', { annulment: id, licence, organ, reason, until })] };
  },
});

function isNotAnnounced({ annulment: id }: NamesAnAnnulment, { records }: DeedContext): Refusal | undefined {
  const announced = records.find('annulment', id)?.announced;
  return announced === undefined ? undefined : refuse('annulment-announced', { annulment: id, until: announced.until });
}
