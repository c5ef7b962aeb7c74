import { queryOptions } from '@tanstack/react-query';
import type { ScopeItem } from '../forms/search-scope.ts';
import { fetchGuide } from '../server/fetch-guide.ts';
import type { Service } from '../server/service.ts';
import type { Line } from './lines-under.ts';

/** All a service knows of what can be picked. */
export interface Catalogue {
  /** Every class, those people have words for first. */
  readonly items: readonly ScopeItem[];
  /** All levels, each line under the one before; empty where the service has none. */
  readonly lines: readonly Line[];
}

/** As it was written when the pages were built. */
export interface CatalogueFile {
  readonly lines: readonly Line[];
  readonly scope: readonly ScopeItem[];
  readonly treatments: Readonly<Record<string, string>>;
  /** Beginnings of the codes that need a permit afterwards, by permit. */
  readonly starts: Readonly<Record<string, readonly string[]>>;
}

/** What a class is treated as that the office's catalogue does not have: a person finds the right one. */
export const UNLISTED = 'unlisted';

export function catalogueQuery({ id, codes, scope }: Pick<Service, 'id' | 'codes' | 'scope'>) {
  return queryOptions({
    queryKey: ['catalogue', id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<Catalogue> =>
      codes === undefined ? { items: scope, lines: [] } : readCatalogue(await fetchGuide(`${id}.catalogue`)),
  });
}

export function readCatalogue({ lines, scope, treatments, starts }: CatalogueFile): Catalogue {
  const named = new Set(scope.map(({ code }) => code));
  const permits = Object.entries(starts);
  const rest = lines.filter(([code]) => code.length === 4 && !named.has(code));
  const more = rest.map(([code, name]): ScopeItem => {
    const permit = permits.find(([, begins]) => begins.some((begin) => code.startsWith(begin)))?.[0];
    const item = { code, name, english: name, treatment: treatments[code] ?? UNLISTED };
    return permit === undefined ? item : { ...item, laterPermit: permit };
  });
  return { lines, items: [...scope, ...more] };
}
