import { defineDeed } from '../../deed.ts';
import { digest, transactionId } from '../../shape/ids.ts';
import { caseExists, caseIsPending, mayActOnCase, officerIsAnother, officerIsFit } from './case-rules.ts';
import { changeOfficer } from './change-officer.ts';

/** The head gives a case to a registrar of the organ, or to another one in the first one's stead. */
export const assignCase = defineDeed({
  name: 'cases.assign',
  since: 2,
  body: { case: transactionId, to: digest },
  sidecar: 'none',
  rules: [caseExists, mayActOnCase('cases.assign'), caseIsPending, officerIsFit, officerIsAnother],
  effect: ({ case: id, to }, _context, draft) => ({ events: [changeOfficer(draft, id, to, 'assign')] }),
});
