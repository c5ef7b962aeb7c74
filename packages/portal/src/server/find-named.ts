import { api } from './api.ts';
import type { CaseBody, CaseRecord } from './ledger.ts';

/** Once somebody has decided, the state keeps the name in the licence alone; undefined where neither is known. */
export async function findNamed(record: CaseRecord): Promise<Pick<CaseBody, 'tradeName'> | undefined> {
  return record.body ?? (await findLicenceName(record));
}

/** A name is only a heading: a licence that cannot be read now does not keep an officer from the case. */
async function findLicenceName({ licence: own, matter }: CaseRecord): Promise<Pick<CaseBody, 'tradeName'> | undefined> {
  const number = own ?? matter?.licence;
  if (number === undefined) return undefined;
  try {
    const { tradeName } = (await api.get('/api/licences/{number}', { number })).licence;
    return typeof tradeName === 'string' ? { tradeName } : {};
  } catch {
    return undefined;
  }
}
