import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { digest, transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { annulmentExists, annulmentIs, mayActOnAnnulment } from './annulment-rules.ts';
import { addBar, barredUntil } from './bars.ts';
import { writeAnnulment } from './write-annulment.ts';

const body = {
  annulment: transactionId,
  /** Blind key of the person, from the department that attests on bars; nothing here tells who it is. */
  person: digest,
};
type Body = BodyOf<typeof body>;

/**
 * 直接责任人 of a false registration may not register again for three years (市场主体登记管理条例 40, third paragraph): a record
 * of its own, so that the next application finds it wherever it is made. Who is directly responsible an officer finds.
 */
export const barPerson = defineDeed({
  name: 'annulments.bar',
  since: 4,
  body,
  sidecar: 'none',
  rules: [annulmentExists, mayActOnAnnulment('annulments.bar'), annulmentIs('annulled'), isNotBarredForIt],
  effect: ({ annulment: id, person }, _context, draft) => {
    const record = draft.get('annulment', id);
    const { licence, decidedAt = 0, barred = [] } = record;
    const { organ } = draft.get('licence', licence);
    const until = barredUntil(decidedAt);
    addBar(draft, person, { annulment: id, licence, organ, until });
    writeAnnulment(draft, id, { ...record, barred: [...barred, person] });
    return { events: [event('bar.recorded', { person, annulment: id, licence, organ, until })] };
  },
});

function isNotBarredForIt({ annulment: id, person }: Body, { records }: DeedContext): Refusal | undefined {
  const isBarred = records.find('annulment', id)?.barred?.includes(person) ?? false;
  return isBarred ? refuse('bar-exists', { annulment: id }) : undefined;
}
