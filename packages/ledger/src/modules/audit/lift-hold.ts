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

/** Asks that a hold end. It goes on until another person says so too. */
export const liftHold = defineDeed({
  name: 'audit.lift-hold',
  since: 4,
  body,
  sidecar: 'none',
  rules: [accessRule('audit.lift-hold', ({ case: id }) => ({ case: id })), isHeld, isNotAskedYet],
  effect: ask,
});

function isNotAskedYet({ case: id }: Body, { records }: DeedContext): Refusal | undefined {
  return findHold(records, id)?.status === 'lifting' ? refuse('nothing-changes') : undefined;
}

function ask({ case: id }: Body, { transaction: { kid }, timeMs }: DeedContext, draft: Draft): Effect {
  // What nobody confirmed may lapse no more: its end is asked for now, and a second person decides that.
  const { dueAt: _dueAt, isProvisional: _isProvisional, ...record } = draft.get('hold', id);
  draft.write('hold', id, { ...record, status: 'lifting', liftBy: kid, liftAt: timeMs });
  return { events: [event('audit.hold-lift-asked', { case: id, organ: record.organ, by: kid })] };
}
