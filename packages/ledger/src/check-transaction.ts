import type { Sidecar, Transaction } from '@minglu/protocol';
import { sidecarRefusal, windowRefusal } from './admission.ts';
import { findDeed } from './modules.ts';
import { type Refusal, refuse } from './refusals.ts';
import type { RecordFinder } from './state/record-finder.ts';
import { recordsOf } from './state/records-of.ts';
import type { StateReader } from './state/state-reader.ts';

/**
 * The door: whether a transaction may wait for a block at all; what need not be ordered to be refused. `nowMs` is the
 * operator's clock. Cheap, over committed state; a block asks everything again. It does
 * not look for replays, whose sender is owed the first receipt, nor at signatures, which are the node's to check.
 */
export function checkTransaction(
  state: Pick<StateReader, 'get'>,
  transaction: Transaction,
  sidecar: Sidecar | undefined,
  nowMs: number,
): Refusal | undefined {
  const records = recordsOf(state);
  const outside = windowRefusal(transaction, records.find('chain', '')?.name ?? '', nowMs);
  if (outside !== undefined) return outside;
  const deed = findDeed(transaction.deed, records.find('protocol', '')?.version ?? 0);
  if (deed === undefined) return refuse('deed-unknown');
  return (
    keyRefusal(transaction, records) ??
    deed.bodyRefusal(transaction.body) ??
    sidecarRefusal(transaction, sidecar, deed.sidecar)
  );
}

function keyRefusal({ caseKey, kid }: Transaction, records: RecordFinder): Refusal | undefined {
  if (caseKey !== undefined) return undefined;
  const key = records.find('key', kid);
  if (key === undefined) return refuse('key-unknown');
  return key.status === 'active' ? undefined : refuse('key-revoked');
}
