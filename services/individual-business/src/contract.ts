import { type Contract, type ContractRule, defineContract, factIsAtLeast, factIsTrue } from '@minglu/service-kit';
import type { Application } from './application.ts';
import { articles } from './articles.ts';
import { scopeItems } from './scope-items.ts';
import { isPlainTradeName } from './trade-name.ts';

const treatments = new Map(scopeItems.map(({ code, treatment }) => [code, treatment]));

const rules: readonly ContractRule<Application>[] = [
  factIsAtLeast({ id: 'real-name', article: articles.realName }, 'identity-level', 2),
  // Sixteen and seventeen living on their own labour is for a person to find: no register says it.
  factIsTrue('full-capacity', 'age-at-least-18', articles.capacity),
  {
    id: 'scope-in-catalogue',
    article: articles.scopeCatalogue,
    judge: ({ body }) => (body.scope.every((code) => treatments.has(code)) ? 'met' : 'not-met'),
  },
  {
    id: 'scope-needs-no-prior-approval',
    article: articles.priorApproval,
    judge: ({ body }) => (body.scope.some((code) => treatments.get(code) === 'prior-approval') ? 'not-met' : 'met'),
  },
  {
    id: 'scope-open-to-individuals',
    article: articles.notRegistered,
    judge: ({ body }) => (body.scope.some((code) => treatments.get(code) === 'not-open') ? 'not-met' : 'met'),
  },
  {
    id: 'trade-name-plain',
    article: articles.tradeName,
    judge: ({ body }) => (isPlainTradeName(body.tradeName) ? 'met' : 'not-met'),
  },
];

/** 形式审查, 当场登记 (条例 19): what meets every rule is granted at once; anything else goes to a person. */
export const decide: Contract = defineContract(rules);
