import { queryOptions } from '@tanstack/react-query';
import type { Officer } from '../officer/use-officer.ts';

/** What the officer may do, on a case or at an organisation: the same decision that the deed will be applied by. */
export function mayQuery(
  { session, client }: Officer,
  about: { readonly case: string } | { readonly organ: string },
  deeds: readonly string[],
) {
  return queryOptions({
    queryKey: ['may', session.token, about, deeds],
    retry: false,
    queryFn: async () => (await client.get('/api/access/may', { deeds: deeds.join(','), ...about })).answers,
  });
}
