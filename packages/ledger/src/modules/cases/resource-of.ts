import type { Resource } from '../../access/access.ts';
import { recordsOf } from '../../state/records-of.ts';
import type { StateReader } from '../../state/state-reader.ts';
import { resourceOfAnnulment } from '../annulments/resource-of-annulment.ts';
import { resourceOfCase } from './resource-of-case.ts';

/**
 * What a door asks about, read from committed state: the same resource that the chain's own deeds name. Undefined where
 * there is no such record.
 */
export function resourceOf(
  state: Pick<StateReader, 'get'>,
  kind: 'case' | 'annulment',
  id: string,
): Resource | undefined {
  const records = recordsOf(state);
  if (kind === 'case') {
    const record = records.find('case', id);
    return record === undefined ? undefined : resourceOfCase(records, id, record);
  }
  const record = records.find('annulment', id);
  return record === undefined ? undefined : resourceOfAnnulment(records, record);
}
