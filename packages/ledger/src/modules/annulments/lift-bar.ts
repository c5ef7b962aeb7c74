import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { digest, reasonCode, transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { annulmentExists, type NamesAnAnnulment, organOrSuperior } from './annulment-rules.ts';
import { liftBars } from './bars.ts';
import { writeAnnulment } from './write-annulment.ts';

const body = { annulment: transactionId, person: digest, reason: reasonCode };
type Body = BodyOf<typeof body>;

/**
 * The annulment was right, and this person not directly responsible: the organ or the one above it takes the bar back
 * (行政复议, or of its own motion). An annulment that is undone takes its bars with it.
 */
export const liftBar = defineDeed({
  name: 'annulments.lift-bar',
  since: 4,
  body,
  sidecar: 'optional',
  rules: [
    annulmentExists,
    (lift, context) =>
      accessRule<NamesAnAnnulment>('annulments.lift-bar', organOrSuperior(context.transaction.kid))(lift, context),
    isBarredForIt,
  ],
  effect: ({ annulment: id, person, reason }, _context, draft) => {
    const { barred = [], ...record } = draft.get('annulment', id);
    const left = barred.filter((one) => one !== person);
    writeAnnulment(draft, id, left.length === 0 ? record : { ...record, barred: left });
    return { events: liftBars(draft, id, [person], reason) };
  },
});

/** Recorded for this annulment, and its three years not over yet. */
function isBarredForIt({ annulment: id, person }: Body, { records }: DeedContext): Refusal | undefined {
  const grounds = records.find('bar', person)?.grounds ?? [];
  return grounds.some(({ annulment }) => annulment === id) ? undefined : refuse('bar-unknown', { annulment: id });
}
