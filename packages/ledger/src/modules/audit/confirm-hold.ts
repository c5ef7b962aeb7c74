import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import type { Draft } from '../../state/draft.ts';
import { findHold, isHeld } from './audit-rules.ts';

const body = { case: transactionId };
type Body = BodyOf<typeof body>;

/** The second person: another auditor, or who makes the rules of access; never who runs the system, which erases. */
export const confirmHold = defineDeed({
  name: 'audit.confirm-hold',
  since: 4,
  body,
  sidecar: 'none',
  rules: [
    accessRule('audit.confirm-hold', ({ case: id }) => ({ case: id })),
    isHeld,
    somethingWaits,
    confirmerIsAnother,
  ],
  effect: confirm,
});

function somethingWaits({ case: id }: Body, { records }: DeedContext): Refusal | undefined {
  return findHold(records, id)?.status === 'confirmed' ? refuse('hold-not-pending', { case: id }) : undefined;
}

function confirmerIsAnother({ case: id }: Body, { records, transaction }: DeedContext): Refusal | undefined {
  const hold = findHold(records, id);
  const asker = hold?.status === 'lifting' ? hold.liftBy : hold?.by;
  return asker === transaction.kid ? refuse('own-proposal') : undefined;
}

function confirm({ case: id }: Body, { transaction: { kid }, timeMs }: DeedContext, draft: Draft): Effect {
  const { dueAt: _dueAt, isProvisional: _isProvisional, ...record } = draft.get('hold', id);
  const { organ } = record;
  if (record.status === 'lifting') {
    draft.write('hold', id, { ...record, status: 'lifted', liftedBy: kid, liftedAt: timeMs });
    return { events: [event('audit.hold-lifted', { case: id, organ, by: kid })] };
  }
  draft.write('hold', id, { ...record, status: 'confirmed', confirmedBy: kid, confirmedAt: timeMs });
  return { events: [event('audit.hold-confirmed', { case: id, organ, by: kid })] };
}
