import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { oneOf } from '../../shape/texts.ts';
import type { Draft } from '../../state/draft.ts';
import { hasSealedReason } from '../cases/sealed-words-rule.ts';
import { mayAnswerFinding } from './audit-rules.ts';

const body = { finding: transactionId, outcome: oneOf('corrected', 'disputed') };
type Body = BodyOf<typeof body>;

/** The head of the organ says what was done about a finding, or why it is none. A late answer is one too, and stays marked. */
export const answerFinding = defineDeed({
  name: 'audit.answer-finding',
  since: 4,
  body,
  sidecar: 'required',
  rules: [findingIsThere, mayAnswerFinding('audit.answer-finding'), isNotAnswered, hasSealedReason],
  effect: answer,
});

function findingIsThere({ finding }: Body, { records }: DeedContext): Refusal | undefined {
  return records.find('finding', finding) === undefined ? refuse('finding-unknown', { finding }) : undefined;
}

function isNotAnswered({ finding }: Body, { records }: DeedContext): Refusal | undefined {
  return records.find('finding', finding)?.status === 'answered' ? refuse('finding-answered', { finding }) : undefined;
}

function answer({ finding, outcome }: Body, { transaction, timeMs }: DeedContext, draft: Draft): Effect {
  const record = draft.get('finding', finding);
  const late = timeMs > record.dueAt ? { late: true as const } : {};
  const { id, kid } = transaction;
  const answered = { outcome, answer: id, answeredBy: kid, answeredAt: timeMs };
  draft.write('finding', finding, { ...record, status: 'answered', ...late, ...answered });
  const { organ } = record;
  return { events: [event('audit.finding-answered', { finding, organ, outcome, by: kid })] };
}
