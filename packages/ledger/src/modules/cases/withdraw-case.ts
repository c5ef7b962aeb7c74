import { defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { transactionId } from '../../shape/ids.ts';
import { caseExists, caseHasClock, caseIsPending, mayActOnCase } from './case-rules.ts';
import { endCase } from './end-case.ts';
import { writeCase } from './write-case.ts';

/** 撤回申请: the applicant takes the application back, before a decision. */
export const withdrawCase = defineDeed({
  name: 'cases.withdraw',
  since: 2,
  body: { case: transactionId },
  sidecar: 'none',
  rules: [caseExists, mayActOnCase('cases.withdraw'), caseIsPending, caseHasClock],
  effect: ({ case: id }, { timeMs }, draft) => {
    const { record } = endCase(draft, id, { timeMs });
    writeCase(draft, id, { ...record, status: 'withdrawn' });
    return { events: [event('case.withdrawn', { case: id, organ: record.organ })] };
  },
});
