import { isOneHand } from '../../access/hand-of.ts';
import { type DeedContext, defineDeed } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { caseExists, caseIsNotWithAnother, caseIsPending, mayActOnCase } from './case-rules.ts';
import { changeOfficer } from './change-officer.ts';

const body = { case: transactionId };
type Body = BodyOf<typeof body>;

/** A registrar takes a waiting case; from then on nobody else decides it unless it is handed over. */
export const claimCase = defineDeed({
  name: 'cases.claim',
  since: 2,
  body,
  sidecar: 'none',
  rules: [caseExists, mayActOnCase('cases.claim'), caseIsPending, caseIsNotWithAnother, isNotMine],
  effect: ({ case: id }, { transaction }, draft) => ({
    events: [changeOfficer(draft, id, transaction.kid, 'claim')],
  }),
});

function isNotMine({ case: id }: Body, { records, transaction }: DeedContext): Refusal | undefined {
  return isOneHand(records, records.find('case', id)?.officer, transaction.kid) ? refuse('nothing-changes') : undefined;
}
