import { queryOptions } from '@tanstack/react-query';
import type { Officer } from '../officer/use-officer.ts';
import type { Desk } from './requests-query.ts';

export type Emergency = Awaited<ReturnType<typeof fetchEmergencies>>[number];

/** Files opened in an emergency: at the own organisation, for its head, or by oneself. */
export function emergenciesQuery(officer: Officer, desk: Desk) {
  return queryOptions({
    queryKey: ['emergencies', officer.session.token, desk],
    refetchInterval: ({ state }) => (state.status === 'error' ? false : 5_000),
    retry: false,
    queryFn: () => fetchEmergencies(officer, desk),
  });
}

async function fetchEmergencies({ client }: Officer, desk: Desk) {
  return (await client.get('/api/access/emergencies', { desk })).emergencies;
}

/** Nobody has judged it yet. */
export function waitsForJudgement({ outcome }: Emergency): boolean {
  return outcome === undefined;
}
