import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { reasonCode, transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import type { Draft } from '../../state/draft.ts';
import { caseRegion, dueAfter } from '../cases/case-clock.ts';
import { caseExists } from '../cases/case-rules.ts';
import { findHold } from './audit-rules.ts';

/** Working days in which a second person looks at it. */
const CONFIRMED_IN_DAYS = 3;

const body = { case: transactionId, reason: reasonCode };
type Body = BodyOf<typeof body>;

/**
 * Nothing of a case is erased while it is looked into. It counts at once, for evidence does not wait; without a second
 * person it lapses, so that no one auditor keeps what the law wants gone.
 */
export const placeHold = defineDeed({
  name: 'audit.place-hold',
  since: 4,
  body,
  sidecar: 'none',
  rules: [accessRule('audit.place-hold', ({ case: id }) => ({ case: id })), caseExists, isNotHeld],
  effect: place,
});

function isNotHeld({ case: id }: Body, { records }: DeedContext): Refusal | undefined {
  const status = findHold(records, id)?.status;
  return status === undefined ? undefined : refuse('hold-exists', { case: id, status });
}

function place({ case: id, reason }: Body, { transaction: { kid }, timeMs }: DeedContext, draft: Draft): Effect {
  const record = draft.get('case', id);
  const due = dueAfter(draft, caseRegion(draft, record), timeMs, CONFIRMED_IN_DAYS);
  draft.write('hold', id, { organ: record.organ, reason, status: 'placed', by: kid, at: timeMs, ...due });
  return { events: [event('audit.hold-placed', { case: id, organ: record.organ, reason, by: kid, ...due })] };
}
