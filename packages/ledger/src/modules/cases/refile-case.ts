import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import type { Refusal } from '../../refusals.ts';
import { digest, transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { caseExists, mayActOnCase } from './case-rules.ts';
import { mayBeFollowed } from './refiling-rules.ts';

const body = { case: transactionId, kid: digest };
type Body = BodyOf<typeof body>;

/**
 * The applicant of an ended case names the key that files it anew. One key belongs to one case, so the old key must say
 * that the new one may refer to its case: a signature by it, ordered before the new application, is the proof, and needs
 * no second signature inside another transaction. A key that was lost before filing is replaced by naming another.
 */
export const refileCase = defineDeed({
  name: 'cases.refile',
  since: 2,
  body,
  sidecar: 'none',
  rules: [caseExists, mayActOnCase('cases.refile'), isFree],
  effect: ({ case: id, kid }, _context, draft) => {
    const record = draft.get('case', id);
    draft.write('case', id, { ...record, successorKid: kid });
    return { events: [event('case.refiling', { case: id, organ: record.organ, kid })] };
  },
});

function isFree({ case: id }: Body, { records }: DeedContext): Refusal | undefined {
  return mayBeFollowed(id, records.find('case', id));
}
