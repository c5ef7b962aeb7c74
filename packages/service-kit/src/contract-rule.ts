import type { ContractInput } from './contract-input.ts';
import type { Article } from './manifest.ts';

/** `missing`: nobody has said; `not-met` is no refusal either: a person looks. */
export type RuleResult = 'met' | 'not-met' | 'missing';

/** One condition of the law, as the trace will show it. */
export interface ContractRule<Body> {
  readonly id: string;
  readonly article: Article;
  /** The attested fact it rests on, if any. */
  readonly fact?: string;
  readonly judge: (input: ContractInput<Body>) => RuleResult;
}

/** A fact that must be true. */
export function factIsTrue<Body>(id: string, fact: string, article: Article): ContractRule<Body> {
  return {
    id,
    article,
    fact,
    judge: ({ facts }) => {
      const value = facts[fact];
      if (value === undefined) return 'missing';
      return value === true ? 'met' : 'not-met';
    },
  };
}

/** A fact that must be a number of at least `least`. */
export function factIsAtLeast<Body>(
  rule: Pick<ContractRule<Body>, 'id' | 'article'>,
  fact: string,
  least: number,
): ContractRule<Body> {
  return {
    ...rule,
    fact,
    judge: ({ facts }) => {
      const value = facts[fact];
      if (value === undefined) return 'missing';
      return typeof value === 'number' && value >= least ? 'met' : 'not-met';
    },
  };
}
