import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { CERTAIN, type ScopeItem, scoreScopes } from '../forms/search-scope.ts';
import type { Service } from '../server/service.ts';
import { catalogueQuery } from './catalogue.ts';
import type { ScopeFinder } from './scope-finder.ts';

const SHOWN = 8;

export interface ScopeSearch {
  readonly found: readonly ScopeItem[];
  /** The catalogue is on its way, or the second search is not done. */
  readonly isLooking: boolean;
  readonly error: unknown;
}

/**
 * Everyday words first, at once. Where nothing said is a known word, a second search reads pinyin, first letters and slips; it comes
 * only then, and works beside the page.
 */
export function useScopeSearch(service: Service, query: string): ScopeSearch {
  const typed = query.trim();
  const catalogue = useQuery({ ...catalogueQuery(service), enabled: typed !== '' });
  const items = catalogue.data?.items ?? [];
  const scored = scoreScopes(items, typed, SHOWN);
  const certain = scored.filter(({ score }) => score >= CERTAIN).map(({ item }) => item);
  const finder = useRef<ScopeFinder>(undefined);
  useEffect(() => () => finder.current?.close(), []);
  const isVague = catalogue.data !== undefined && typed !== '' && certain.length === 0 && !/^\d+$/.test(typed);
  const near = useQuery({
    queryKey: ['scope', service.id, typed],
    enabled: isVague,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      if (finder.current === undefined) {
        const { openScopeFinder } = await import('./scope-finder.ts');
        finder.current = openScopeFinder(items);
      }
      return await finder.current.find(typed);
    },
  });
  const guessed = isVague ? (near.data ?? []).flatMap((code) => items.find((item) => item.code === code) ?? []) : [];
  const isLooking = typed !== '' && (catalogue.isPending || (isVague && near.isPending));
  // What only shares a pair of characters is not shown before the second search has had its say: nobody ticks what then moves.
  const weak = isVague && isLooking ? [] : scored.map(({ item }) => item);
  return {
    found: [...new Set([...certain, ...guessed, ...weak])].slice(0, SHOWN),
    isLooking,
    error: catalogue.error,
  };
}
