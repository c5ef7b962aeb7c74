import { queryOptions } from '@tanstack/react-query';
import { findNamed } from '../server/find-named.ts';
import { type CaseBody, type CaseEvent, type FoundCase, fetchCase } from '../server/ledger.ts';
import type { Officer } from './use-officer.ts';

export interface OfficerCase {
  readonly found: FoundCase;
  readonly events: readonly CaseEvent[];
  /** Once somebody has decided, the state keeps the name in the licence alone; undefined where neither is known. */
  readonly named: Pick<CaseBody, 'tradeName'> | undefined;
}

/** A case with its file, its history and its name, as the officer's organ sees them. */
export function officerCaseQuery(id: string, { client }: Officer) {
  return queryOptions({
    queryKey: ['officer-case', id],
    queryFn: async (): Promise<OfficerCase> => {
      const [found, history] = await Promise.all([fetchCase(id, client), client.get('/api/cases/{id}/events', { id })]);
      return { found, events: history.events, named: await findNamed(found.case) };
    },
  });
}
