import { queryOptions } from '@tanstack/react-query';
import { api } from '../../server/api.ts';

export type RulesAnswer = Awaited<ReturnType<typeof fetchRules>>;
export type StandingRule = RulesAnswer['rules'][number];
export type Proposal = RulesAnswer['proposals'][number];
export type Rule = StandingRule['rule'];

/** Rules in force, proposals that wait, and how it came about. Somebody else confirms meanwhile. */
export const rulesQuery = queryOptions({ queryKey: ['rules'], refetchInterval: 5_000, queryFn: fetchRules });

function fetchRules() {
  return api.get('/api/access/rules', {});
}
