import { accessRule } from '../../access/access-rule.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { digest, transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { oneOf } from '../../shape/texts.ts';
import type { Draft } from '../../state/draft.ts';

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
      org: records.find('emergency', subjectOf(named))?.organ ?? '',
    })),
    isNotJudged,
    judgeIsAnother,
  ],
  effect: judge,
});

function subjectOf({ kid, case: id }: Pick<Body, 'kid' | 'case'>): string {
  return `${kid}/${id}`;
}

function emergencyIsThere(named: Body, { records }: DeedContext): Refusal | undefined {
  const isThere = records.find('emergency', subjectOf(named)) !== undefined;
  return isThere ? undefined : refuse('emergency-unknown', { case: named.case });
}

function isNotJudged(named: Body, { records }: DeedContext): Refusal | undefined {
  const outcome = records.find('emergency', subjectOf(named))?.outcome;
  return outcome === undefined ? undefined : refuse('emergency-judged', { case: named.case, outcome });
}

function judgeIsAnother({ kid }: Body, { transaction }: DeedContext): Refusal | undefined {
  return kid === transaction.kid ? refuse('own-request') : undefined;
}

function judge(named: Body, { transaction, timeMs }: DeedContext, draft: Draft): Effect {
  const { kid, case: id, outcome } = named;
  const record = draft.get('emergency', subjectOf(named));
  const until = outcome === 'unjustified' ? Math.min(record.until, timeMs) : record.until;
  const judged = { outcome, judgedBy: transaction.kid, judgedAt: timeMs };
  draft.write('emergency', subjectOf(named), { ...record, until, ...judged });
  const { organ } = record;
  return { events: [event('access.emergency-judged', { case: id, kid, organ, outcome, by: transaction.kid })] };
}
