/**
 * `exact`: the words themselves · `part`: two neighbouring characters of them · `apart`: with something between · `sound`: other characters that sound alike ·
 * `typo`: a character wrong, missing or too many · `pinyin`: spelt in letters · `initials`: first letters · `english`.
 */
export type MatchKind = 'exact' | 'part' | 'apart' | 'sound' | 'typo' | 'pinyin' | 'initials' | 'english';

/** A word of the matter that the query touched: show it, or mark it where it stands in the name. */
export interface Matched {
  readonly term: string;
  readonly how: MatchKind;
}

export interface Hit<Id extends string> {
  readonly id: Id;
  /** Comparable within one answer only. */
  readonly score: number;
  /** Strongest first. */
  readonly matched: readonly Matched[];
}

/** `empty`: nothing but spaces and signs was typed · `nothing-near`: no matter fits; say so, and give 12345. */
export type SearchResult<Id extends string> =
  | { readonly kind: 'hits'; readonly hits: readonly Hit<Id>[] }
  | { readonly kind: 'none'; readonly reason: 'empty' | 'nothing-near' };
