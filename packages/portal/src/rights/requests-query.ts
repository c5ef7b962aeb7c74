import { queryOptions } from '@tanstack/react-query';
import type { Officer } from '../officer/use-officer.ts';

export type Desk = 'mine' | 'organ';
export type RightRequest = Awaited<ReturnType<typeof fetchRequests>>[number];

/** Requests for rights: one's own, or those that the own organisation answers. Somebody else answers them meanwhile. */
export function requestsQuery(officer: Officer, desk: Desk) {
  return queryOptions({
    queryKey: ['right-requests', officer.session.token, desk],
    refetchInterval: ({ state }) => (state.status === 'error' ? false : 5_000),
    retry: false,
    queryFn: () => fetchRequests(officer, desk),
  });
}

async function fetchRequests({ client }: Officer, desk: Desk) {
  return (await client.get('/api/access/requests', { desk })).requests;
}
