import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { pointCode, transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { listOf } from '../../shape/values.ts';
import { caseExists, caseHasClock, caseIsNotWithAnother, caseIsPending, mayActOnCase } from './case-rules.ts';
import { endCase } from './end-case.ts';
import { hasSealedReason } from './sealed-words-rule.ts';
import { writeCase } from './write-case.ts';

const body = { case: transactionId, points: listOf(pointCode, 1, 32) };
type Body = BodyOf<typeof body>;

/**
 * 一次性告知 (市场主体登记管理条例 19, 实施细则 18): everything that is missing, at once; the application goes back, and
 * the applicant files anew. It stops no clock: this case has ended, in time or not.
 */
export const supplementCase = defineDeed({
  name: 'cases.supplement',
  since: 2,
  body,
  sidecar: 'required',
  rules: [
    caseExists,
    mayActOnCase('cases.supplement'),
    caseIsPending,
    caseHasClock,
    caseIsNotWithAnother,
    pointsAreKnown,
    hasSealedReason,
  ],
  effect: ({ case: id, points }, { transaction, timeMs }, draft) => {
    const { record } = endCase(draft, id, { by: transaction.kid, timeMs });
    writeCase(draft, id, { ...record, status: 'returned' });
    return { events: [event('case.returned', { case: id, organ: record.organ, round: record.round ?? 1, points })] };
  },
});

/** Where the service publishes what an application may lack, nothing else is asked for. */
function pointsAreKnown({ case: id, points }: Body, { records }: DeedContext): Refusal | undefined {
  const service = records.find('case', id)?.service ?? '';
  const known = records.find('service', service)?.procedure?.points;
  const point = known === undefined ? undefined : points.find((one) => !known.includes(one));
  return point === undefined ? undefined : refuse('point-unknown', { point });
}
