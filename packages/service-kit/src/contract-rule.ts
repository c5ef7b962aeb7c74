import type { ContractInput, Json } from './contract-input.ts';
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

/** A licence that must be in force, and shown by whoever holds it: the register says so, no paper is asked for. */
export function licenceIsHeld<Body>(id: string, field: string, article: Article): ContractRule<Body> {
  return {
    id,
    article,
    judge: ({ ledger }) => {
      const licence = ledger?.licences?.[field];
      if (licence === undefined) return 'missing';
      return licence.status === 'valid' && licence.isShown ? 'met' : 'not-met';
    },
  };
}

/** Papers that must be there, photographed or as PDF, by the question that asks for them; a machine looks at none of them. */
export function paperIsThere<Body>(id: string, question: string, article: Article): ContractRule<Body> {
  return {
    id,
    article,
    judge: ({ plain }) => {
      const { attachments } = plain;
      const isThere = Array.isArray(attachments) && attachments.some((one) => kindOf(one) === question);
      return isThere ? 'met' : 'not-met';
    },
  };
}

function kindOf(attachment: Json): Json | undefined {
  const isObject = typeof attachment === 'object' && attachment !== null && !Array.isArray(attachment);
  return isObject ? (attachment as { readonly [name: string]: Json }).kind : undefined;
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
