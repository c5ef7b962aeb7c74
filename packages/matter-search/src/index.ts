export { buildIndex } from './build-index.ts';
export type { MatterIndex } from './matter-index.ts';
export { searchMatters } from './search-matters.ts';
export type { Hit, Matched, MatchKind, SearchResult } from './search-result.ts';
export type { Searchable } from './searchable.ts';
