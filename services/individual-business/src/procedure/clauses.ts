import type { Clause } from './clause.ts';
import { otherClauses } from './other-clauses.ts';
import { regulationClauses } from './regulation-clauses.ts';
import { rulesClauses } from './rules-clauses.ts';

/** Written first, from the statutes: every article that bears on an individual business, and every one left out, with the reason. */
export const clauses: readonly Clause[] = [...regulationClauses, ...rulesClauses, ...otherClauses];
