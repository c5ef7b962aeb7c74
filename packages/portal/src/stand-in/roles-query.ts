import type { Client } from '@minglu/sdk';
import { queryOptions } from '@tanstack/react-query';
import type { Officer } from '../officer/use-officer.ts';

export type RolesAnswer = Awaited<ReturnType<typeof fetchRoles>>;
export type HeldRole = RolesAnswer['roles'][number];

/** Who may act at the officer's organ, as the ledger has it now, and how that came about. */
export function rolesQuery({ session, client }: Officer) {
  return queryOptions({
    queryKey: ['roles', session.token],
    staleTime: 30_000,
    queryFn: () => fetchRoles(client),
  });
}

function fetchRoles(client: Client) {
  return client.get('/api/roles', {});
}
