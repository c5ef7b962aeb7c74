import { buildIndex, type SearchResult, searchMatters } from '@minglu/matter-search';
import type { MatterId } from './matter-id.ts';
import { matters } from './matters.ts';

/** A search over all guides' words. Makes its index, some milliseconds of work, when it is made: keep it. */
export function createMatterFinder(): (typed: string) => SearchResult<MatterId> {
  const index = buildIndex(matters.map((matter) => ({ ...matter, pays: matter.kind === 'benefit' })));
  return (typed) => searchMatters(index, typed);
}
