import { findHeldCase } from '@minglu/ledger';
import { parseEntry, parseTransaction } from '@minglu/protocol';
import { nativeHash } from '../crypto/native-hash.ts';
import type { LogStore } from '../log-store/log-store.ts';
import { NodeError } from '../node-error.ts';
import type { StateStore } from '../store/state-store.ts';

interface ErasedFrom {
  readonly log: LogStore;
  readonly state: StateStore;
}

/** Sidecar and trace of a transaction, gone for good, unless an auditor holds the case that it is of. */
export async function eraseAttachments({ log, state }: ErasedFrom, id: string): Promise<void> {
  const place = state.findTransaction(id);
  if (place === undefined) throw new NodeError('not-found');
  const { index } = place;
  const entry = parseEntry(await log.entry(index));
  if (entry.type !== 'transaction') throw new NodeError('not-found', { index });
  if (findHeldCase(state, parseTransaction(entry.jws, nativeHash)) !== undefined)
    throw new NodeError('erasure-held', { index });
  for (const kind of ['sidecar', 'trace'] as const) await log.eraseAttachment(kind, index);
}
