import { buildIndex, type MatterIndex, searchMatters } from '@minglu/matter-search';
import type { ScopeItem } from '../forms/search-scope.ts';

/** To the worker: once all items, then what is looked for. */
export type ToScopeWorker = { readonly items: readonly ScopeItem[] } | { readonly id: number; readonly query: string };
/** Codes, best first. */
export interface FromScopeWorker {
  readonly id: number;
  readonly codes: readonly string[];
}

/** Its index takes a tenth of a second on a desk and half a one on a phone: no page stands still for it. */
let index: MatterIndex<string> | undefined;

self.onmessage = ({ data }: MessageEvent<ToScopeWorker>) => {
  if ('items' in data) {
    index = buildIndex(data.items.map(wordsOf));
    return;
  }
  const answer = index === undefined ? undefined : searchMatters(index, data.query);
  const codes = answer?.kind === 'hits' ? answer.hits.map(({ id }) => id) : [];
  self.postMessage({ id: data.id, codes } satisfies FromScopeWorker);
};

function wordsOf({ code, name, english, everyday = [] }: ScopeItem) {
  const spoken = english === name ? '' : english;
  return { id: code, name: { 'zh-CN': name, en: spoken }, aliases: everyday, hints: [], english: [] };
}
