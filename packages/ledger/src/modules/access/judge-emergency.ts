import { accessRule } from '../../access/access-rule.ts';
import { handOf, isOneHand } from '../../access/hand-of.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { digest, transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { oneOf } from '../../shape/texts.ts';
import type { Draft } from '../../state/draft.ts';
import type { RecordFinder } from '../../state/record-finder.ts';

const body = { kid: digest, case: transactionId, outcome: oneOf('justified', 'unjustified') };
type Body = BodyOf<typeof body>;

/** The head of the organ whose case was opened says whether it had to be. Unjustified, it ends at once. */
export const judgeEmergency = defineDeed({
  name: 'access.judge-emergency',
  since: 4,
  body,
  sidecar: 'optional',
  rules: [
    emergencyIsThere,
    accessRule('access.judge-emergency', (named, records) => ({
      org: records.find('emergency', subjectOf(named, records))?.organ ?? '',
    })),
    isNotJudged,
    judgeIsAnother,
  ],
  effect: judge,
});

/** Under the first key of whoever declared it, whichever of theirs it is called by. */
function subjectOf({ kid, case: id }: Pick<Body, 'kid' | 'case'>, records: RecordFinder): string {
  return `${handOf(records, kid)}/${id}`;
}

function emergencyIsThere(named: Body, { records }: DeedContext): Refusal | undefined {
  const isThere = records.find('emergency', subjectOf(named, records)) !== undefined;
  return isThere ? undefined : refuse('emergency-unknown', { case: named.case });
}

function isNotJudged(named: Body, { records }: DeedContext): Refusal | undefined {
  const outcome = records.find('emergency', subjectOf(named, records))?.outcome;
  return outcome === undefined ? undefined : refuse('emergency-judged', { case: named.case, outcome });
}

function judgeIsAnother({ kid }: Body, { records, transaction }: DeedContext): Refusal | undefined {
  return isOneHand(records, kid, transaction.kid) ? refuse('own-request') : undefined;
}

function judge(named: Body, { transaction, timeMs }: DeedContext, draft: Draft): Effect {
  const { kid, case: id, outcome } = named;
  const record = draft.get('emergency', subjectOf(named, draft));
  const until = outcome === 'unjustified' ? Math.min(record.until, timeMs) : record.until;
  const judged = { outcome, judgedBy: transaction.kid, judgedAt: timeMs };
  draft.write('emergency', subjectOf(named, draft), { ...record, until, ...judged });
  const { organ } = record;
  return { events: [event('access.emergency-judged', { case: id, kid, organ, outcome, by: transaction.kid })] };
}
