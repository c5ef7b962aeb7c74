import { queryOptions } from '@tanstack/react-query';
import { api } from '../../server/api.ts';
import { fetchCase } from '../../server/ledger.ts';
import { listCases } from '../../store/case-store.ts';

export interface OwnLicence {
  readonly number: string;
  readonly name: string;
}

/** Licences of one kind whose keys lie in this browser, and that are in force. */
export function ownLicencesQuery(kind: string) {
  return queryOptions({ queryKey: ['own-licences', kind], queryFn: () => findOwnLicences(kind) });
}

async function findOwnLicences(kind: string): Promise<readonly OwnLicence[]> {
  const found = (await listCases()).map(async ({ id }): Promise<readonly OwnLicence[]> => {
    try {
      const number = (await fetchCase(id)).case.licence;
      if (number === undefined) return [];
      const { licence } = await api.get('/api/licences/{number}', { number });
      const { tradeName, status, kind: of } = licence as { tradeName?: string; status?: string; kind?: string };
      return of === kind && status === 'valid' ? [{ number, name: tradeName ?? number }] : [];
    } catch {
      // One case that cannot be read does not hide the others.
      return [];
    }
  });
  return (await Promise.all(found)).flat();
}
