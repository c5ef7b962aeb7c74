import {
  type ContractInput,
  type ContractRule,
  factIsAtLeast,
  type MatterRules,
  type RuleResult,
} from '@minglu/service-kit';
import type { Application } from './application.ts';
import { articles } from './articles.ts';
import { isPlainTradeName } from './name/trade-name.ts';
import { treatments } from './scope-treatments.ts';

type Input = ContractInput<Application>;
type Rule = ContractRule<Application>;

/** A program can see whole only a name, activities, and premises that some register knows, within one district. */
const PLAIN_ITEMS = ['tradeName', 'scope', 'fields', 'premises'];

const isPlain = (code: string) => {
  const treatment = treatments.get(code);
  return treatment !== undefined && treatment !== 'prior-approval' && treatment !== 'not-open';
};
const changes = ({ matter }: Input, item: string) => matter?.items?.includes(item) === true;
const met = (holds: boolean): RuleResult => (holds ? 'met' : 'not-met');

const realName = factIsAtLeast<Application>({ id: 'real-name', article: articles.realName }, 'identity-level', 2);

/** 正在被立案调查的: whoever is looked into is not let go, or changed into something else, by a program. */
const notInvestigated: Rule = {
  id: 'not-investigated',
  article: articles.investigation,
  judge: ({ ledger }) => met(ledger?.['is-investigated'] === false),
};

const change: readonly Rule[] = [
  realName,
  {
    id: 'change-seen-whole',
    article: articles.change,
    judge: ({ matter }) => met(matter?.items?.every((item) => PLAIN_ITEMS.includes(item)) === true),
  },
  {
    id: 'change-in-time',
    article: articles.change,
    judge: ({ matter }) => met(matter?.afterDays === undefined),
  },
  // 因失联被列入的，办其他变更时一并变更经营场所: a person looks at what else is to change.
  { id: 'not-listed', article: articles.unreachable, judge: ({ ledger }) => met(ledger?.['is-listed'] === false) },
  notInvestigated,
  {
    id: 'trade-name-plain',
    article: articles.tradeName,
    judge: (input) => {
      const { tradeName } = input.body;
      return met(!changes(input, 'tradeName') || tradeName === undefined || isPlainTradeName(tradeName));
    },
  },
  {
    id: 'scope-plain',
    article: articles.scopeCatalogue,
    judge: (input) => met(!changes(input, 'scope') || input.body.scope.every(isPlain)),
  },
  {
    id: 'new-premises-known',
    article: articles.premises,
    fact: 'premises-on-record',
    judge: (input) => (changes(input, 'premises') || changes(input, 'fields') ? newPremises(input) : 'met'),
  },
];

/** What stands in public is an address, and the registers know that the holder may use premises (条例 16, 实施细则 35). */
function newPremises({ body: { fields }, facts }: Input): RuleResult {
  if (fields?.premises === undefined || fields['premises-kind'] !== 'address') return 'not-met';
  const known = facts['premises-on-record'];
  if (known === undefined) return 'missing';
  return met(known === true);
}

const closing: readonly Rule[] = [
  realName,
  {
    id: 'taxes-cleared',
    article: articles.clearance,
    fact: 'taxes-cleared-of',
    judge: ({ facts, matter }) => {
      const { licence } = matter ?? {};
      if (licence !== undefined && facts['taxes-cleared-of'] === licence) return 'met';
      return facts['taxes-owed-of'] === undefined ? 'missing' : 'not-met';
    },
  },
  // Which closings need an approval first no register says: where an activity needed one to begin, a person looks.
  {
    id: 'closing-needs-no-approval',
    article: articles.closingApproval,
    judge: ({ body: { scope } }) => met(!scope.some((code) => treatments.get(code) === 'prior-approval')),
  },
  // Taken away it is to be closed all the same; what follows from that a person sees to.
  {
    id: 'licence-in-force',
    article: articles.closing,
    judge: ({ ledger }) => met(ledger?.['licence-status'] === 'valid' || ledger?.['licence-status'] === 'ceased'),
  },
  notInvestigated,
];

/** 变更登记 (条例 24) and 一般注销 (条例 31, 实施细则 46): what meets every rule is done at once, anything else goes to a person. */
export const matterRules: MatterRules<Application> = { change, closing };
