import { queryOptions } from '@tanstack/react-query';
import { api } from '../server/api.ts';
import { type CaseBody, type CaseEvent, type CaseRecord, type FoundCase, fetchCase } from '../server/ledger.ts';
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
      return { found, events: history.events, named: found.case.body ?? (await findLicenceName(found.case)) };
    },
  });
}

/** A name is only a heading: a licence that cannot be read now does not keep an officer from the case. */
async function findLicenceName({ licence: own, matter }: CaseRecord): Promise<OfficerCase['named']> {
  const number = own ?? matter?.licence;
  if (number === undefined) return undefined;
  try {
    const { tradeName } = (await api.get('/api/licences/{number}', { number })).licence;
    return typeof tradeName === 'string' ? { tradeName } : {};
  } catch {
    return undefined;
  }
}
