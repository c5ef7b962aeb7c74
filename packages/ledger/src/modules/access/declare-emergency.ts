import { accessRule } from '../../access/access-rule.ts';
import { decideAccess } from '../../access/decide-access.ts';
import { handOf } from '../../access/hand-of.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { reasonCode, transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import type { Draft } from '../../state/draft.ts';
import { caseRegion, dueAfter } from '../cases/case-clock.ts';
import { caseExists } from '../cases/case-rules.ts';
import { resourceOfCase } from '../cases/resource-of-case.ts';
import { hasSealedReason } from '../cases/sealed-words-rule.ts';

/** How long the file stays open. */
const OPEN_MS = 4 * 3_600_000;
/** Working days in which the head of the organ in charge judges it. */
const JUDGED_IN_DAYS = 1;

const body = { case: transactionId, reason: reasonCode };
type Body = BodyOf<typeof body>;

/**
 * An officer opens the file of another organ's case on the own word: it raises an alarm, is seen by the person it is
 * about, and is judged afterwards. It lets read and nothing else.
 */
export const declareEmergency = defineDeed({
  name: 'access.declare-emergency',
  since: 4,
  body,
  sidecar: 'required',
  rules: [
    caseExists,
    accessRule('access.declare-emergency', () => ({})),
    accessIsLacking,
    formerIsJudged,
    hasSealedReason,
  ],
  effect: declare,
});

function accessIsLacking({ case: id }: Body, { records, transaction, timeMs }: DeedContext): Refusal | undefined {
  const actor = { kid: transaction.kid, caseKey: false, atMs: timeMs };
  const record = records.find('case', id);
  const resource = record === undefined ? {} : resourceOfCase(records, id, record);
  const { allow } = decideAccess(records, { actor, deed: 'cases.read', resource });
  return allow ? refuse('emergency-not-needed', { case: id }) : undefined;
}

/** Nobody goes on from one emergency to the next while the first waits to be judged. */
function formerIsJudged({ case: id }: Body, { records, transaction }: DeedContext): Refusal | undefined {
  const former = records.find('emergency', `${handOf(records, transaction.kid)}/${id}`);
  return former === undefined || former.outcome !== undefined ? undefined : refuse('emergency-unjudged', { case: id });
}

function declare({ case: id, reason }: Body, { transaction: { kid }, timeMs }: DeedContext, draft: Draft): Effect {
  const record = draft.get('case', id);
  const { organ } = record;
  const { org } = draft.get('key', kid);
  const until = timeMs + OPEN_MS;
  const due = dueAfter(draft, caseRegion(draft, record), timeMs, JUDGED_IN_DAYS);
  draft.write('emergency', `${handOf(draft, kid)}/${id}`, { org, organ, reason, at: timeMs, until, ...due });
  return { events: [event('access.emergency-declared', { case: id, kid, org, organ, reason, until })] };
}
