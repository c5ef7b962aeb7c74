import { type Contract, type ContractRule, defineContract, factIsAtLeast, factIsTrue } from '@minglu/service-kit';
import type { Application } from './application.ts';
import { articles } from './articles.ts';
import { matterRules } from './matter-rules.ts';
import { isPlainTradeName } from './name/trade-name.ts';
import { compositionIsFiled, premisesAreKnown } from './particulars.ts';
import { approvalsAreInForce } from './prior-approval.ts';
import { treatments } from './scope-treatments.ts';

const isApproved = (code: string) => treatments.get(code) === 'prior-approval';
const needsApproval = (scope: readonly string[]) => scope.some(isApproved);
const approvalItems = (scope: readonly string[]) => scope.filter(isApproved);
const isListed = (code: string) => treatments.has(code);
const isClosed = (code: string) => treatments.get(code) === 'not-open';

const rules: readonly ContractRule<Application>[] = [
  factIsAtLeast({ id: 'real-name', article: articles.realName }, 'identity-level', 2),
  // Sixteen and seventeen living on their own labour is for a person to find: no register says it.
  factIsTrue('full-capacity', 'age-at-least-18', articles.capacity),
  // Who is no resident of the mainland applies under the rules for Hong Kong, Macau and Taiwan, or under none: a person knows which.
  factIsTrue('citizen-of-the-mainland', 'mainland-resident', articles.citizen),
  factIsTrue('no-registration-bar', 'no-registration-bar', articles.noBar),
  {
    id: 'scope-in-catalogue',
    article: articles.scopeCatalogue,
    judge: ({ body }) => (body.scope.every(isListed) ? 'met' : 'not-met'),
  },
  {
    id: 'scope-needs-no-prior-approval',
    article: articles.priorApproval,
    judge: ({ body }) => (needsApproval(body.scope) ? 'not-met' : 'met'),
  },
  {
    id: 'prior-approval-in-force',
    article: articles.approvalInForce,
    judge: ({ body, plain, time }) =>
      needsApproval(body.scope) ? approvalsAreInForce(approvalItems(body.scope), plain, time) : 'met',
  },
  {
    id: 'scope-open-to-individuals',
    article: articles.notRegistered,
    judge: ({ body }) => (body.scope.some(isClosed) ? 'not-met' : 'met'),
  },
  {
    id: 'trade-name-plain',
    article: articles.tradeName,
    judge: ({ body }) => (body.tradeName === undefined || isPlainTradeName(body.tradeName) ? 'met' : 'not-met'),
  },
  {
    id: 'composition-filed',
    article: articles.composition,
    judge: ({ body, plain }) => compositionIsFiled(body, plain),
  },
  {
    id: 'premises-known',
    article: articles.premises,
    fact: 'premises-on-record',
    judge: ({ body, facts }) => premisesAreKnown(body, facts),
  },
];

/** 形式审查, 当场登记 (条例 19), of a first registration, a change and a closing: what meets every rule is granted at once; anything else goes to a person. */
export const decide: Contract = defineContract(rules, matterRules);
