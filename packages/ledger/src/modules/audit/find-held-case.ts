import type { Transaction } from '@minglu/protocol';
import type { RecordFinder } from '../../state/record-finder.ts';
import { recordsOf } from '../../state/records-of.ts';
import type { StateReader } from '../../state/state-reader.ts';
import { findHold } from './audit-rules.ts';

type Named = Pick<Transaction, 'id' | 'deed' | 'body'>;

/** The case that a recorded transaction is of, where an auditor holds it: for whoever is about to erase something. */
export function findHeldCase(state: Pick<StateReader, 'get'>, transaction: Named): string | undefined {
  const records = recordsOf(state);
  const of = caseOf(records, transaction);
  return of !== undefined && findHold(records, of) !== undefined ? of : undefined;
}

/** Made by it, named in it, or the one its licence or investigation came from. */
function caseOf(records: RecordFinder, { id, body }: Named): string | undefined {
  if (records.find('case', id) !== undefined) return id;
  if (typeof body.case === 'string') return body.case;
  const annulment = typeof body.annulment === 'string' ? body.annulment : id;
  const licence = typeof body.number === 'string' ? body.number : records.find('annulment', annulment)?.licence;
  return licence === undefined ? undefined : records.find('licence', licence)?.case;
}
