import { isOneHand } from '../../access/hand-of.ts';
import { type DeedContext, defineDeed } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { digest, transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { caseExists, caseIsPending, mayActOnCase, officerIsAnother, officerIsFit } from './case-rules.ts';
import { changeOfficer } from './change-officer.ts';

const body = { case: transactionId, to: digest };
type Body = BodyOf<typeof body>;

/** Whoever works on a case gives it to a colleague of the organ. */
export const handOverCase = defineDeed({
  name: 'cases.hand-over',
  since: 2,
  body,
  sidecar: 'none',
  rules: [caseExists, mayActOnCase('cases.hand-over'), caseIsPending, isMine, officerIsFit, officerIsAnother],
  effect: ({ case: id, to }, _context, draft) => ({ events: [changeOfficer(draft, id, to, 'hand-over')] }),
});

function isMine({ case: id }: Body, { records, transaction }: DeedContext): Refusal | undefined {
  return isOneHand(records, records.find('case', id)?.officer, transaction.kid)
    ? undefined
    : refuse('case-not-with-you', { case: id });
}
