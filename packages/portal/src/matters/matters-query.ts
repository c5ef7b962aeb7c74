import type { Guide, Matter, OrganId } from '@minglu/matters';
import { queryOptions } from '@tanstack/react-query';
import { fetchGuide } from '../server/fetch-guide.ts';
import type { Words } from '../server/service.ts';

/** Every matter with the words it is found by, written when the portal was built. */
interface MatterList {
  readonly matters: readonly Matter[];
  readonly organs: Readonly<Record<OrganId, Words>>;
}

export const mattersQuery = queryOptions({
  queryKey: ['matters'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => fetchGuide<MatterList>('matters'),
});

/** The same with a search over it, for whoever begins to look. */
export const matterFinderQuery = queryOptions({
  queryKey: ['matters', 'find'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ client }) => {
    const [{ matters, organs }, { buildIndex, searchMatters }] = await Promise.all([
      client.ensureQueryData(mattersQuery),
      import('@minglu/matter-search'),
    ]);
    const index = buildIndex(matters);
    return { organs, matters, find: (query: string) => searchMatters(index, query) };
  },
});

/** null: there is no such matter. */
export const matterGuideQuery = (id: string) =>
  queryOptions({
    queryKey: ['matters', 'guide', id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ client }) => {
      const { matters, organs } = await client.ensureQueryData(mattersQuery);
      const matter = matters.find((one) => one.id === id);
      if (matter === undefined) return null;
      const guide = await fetchGuide<Guide>(`matters/${matter.id}`);
      const follows = guide.follows.flatMap((next) => matters.filter((one) => one.id === next));
      return { matter, guide, organ: organs[matter.organ], follows };
    },
  });
