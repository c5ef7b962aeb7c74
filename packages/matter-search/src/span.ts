import type { Term } from './matter-index.ts';
import type { MatchKind } from './search-result.ts';

/** A stretch of the query that a word of some matter explains. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly term: Term;
  readonly how: MatchKind;
  readonly weight: number;
}

/** A stretch of the query in one script. */
export interface Run {
  readonly start: number;
  readonly text: string;
  readonly isLatin: boolean;
}
