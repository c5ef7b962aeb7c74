import type { BranchId } from './branches.ts';

/**
 * Why a clause has no branch. `other-kinds`: companies, partnerships, cooperatives, branches of them · `purpose`: aim, definition, scope, principle ·
 * `state`: a duty of the state or its staff with no step of a case · `penalty-procedure`: fines and orders go by 行政处罚法, another procedure ·
 * `other-service`: a service of its own · `holder`: a duty of the holder outside any case · `local`: left to provinces or other law ·
 * `text-missing`: the official text is not at hand, so nothing is quoted from it.
 */
export type LeftOutReason =
  | 'other-kinds'
  | 'purpose'
  | 'state'
  | 'penalty-procedure'
  | 'other-service'
  | 'holder'
  | 'local'
  | 'text-missing';

interface ClauseOf {
  /** The statute's short name, as people cite it. */
  readonly law: string;
  /** Article, with paragraph and item where only a part is meant: `第十九条第一款`, `第六条第七项`. */
  readonly article: string;
}

/** What one clause demands, in the statute's own words and in ours, and the branches that realise it. */
export interface RealisedClause extends ClauseOf {
  readonly quote: string;
  readonly demands: string;
  readonly branches: readonly [BranchId, ...BranchId[]];
}

/** A clause that no branch realises, with the reason. */
export interface LeftOutClause extends ClauseOf {
  readonly leftOut: LeftOutReason;
  readonly why: string;
}

export type Clause = RealisedClause | LeftOutClause;

export type RealisedRow = readonly [
  article: string,
  quote: string,
  demands: string,
  ...branches: [BranchId, ...BranchId[]],
];
export type LeftOutRow = readonly [articles: string, reason: LeftOutReason, why: string];

export function realisedClauses(law: string, rows: readonly RealisedRow[]): RealisedClause[] {
  return rows.map(([article, quote, demands, ...branches]) => ({ law, article, quote, demands, branches }));
}

/** Several articles with one reason stand in one row, parted by spaces. */
export function leftOutClauses(law: string, rows: readonly LeftOutRow[]): LeftOutClause[] {
  return rows.flatMap(([articles, leftOut, why]) =>
    articles.split(' ').map((article) => ({ law, article, leftOut, why })),
  );
}
