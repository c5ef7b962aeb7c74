import { LedgerError } from '@minglu/ledger';
import { NodeError, type NodeErrorCode } from './node-error.ts';
import { StoreError, type StoreErrorCode } from './store/store-error.ts';

const STORE_CODES: Readonly<Record<StoreErrorCode, NodeErrorCode>> = {
  'storage-full': 'storage-full',
  'write-failed': 'write-failed',
  'read-failed': 'read-failed',
  halted: 'write-failed',
  closed: 'closed',
  damaged: 'damaged',
  'derived-damaged': 'damaged',
  'directory-locked': 'directory-locked',
  'format-unknown': 'format-unknown',
  'out-of-order': 'damaged',
  'out-of-range': 'out-of-range',
  'second-history': 'second-history',
  erased: 'sidecar-erased',
};

/** Whatever a store, the state machine or anything else threw, as this package says it. */
export function toNodeError(error: unknown): NodeError {
  if (error instanceof NodeError) return error;
  if (error instanceof StoreError) return new NodeError(STORE_CODES[error.code], error.facts, error);
  if (error instanceof LedgerError) return new NodeError('state-machine', { code: error.code, ...error.facts }, error);
  return new NodeError('internal', { name: error instanceof Error ? error.name : typeof error }, error);
}

/** Whether it was the derived state that does not agree with itself: it is dropped and made again, nothing is lost. */
export function isStateDamage(error: NodeError): boolean {
  const { cause } = error;
  if (cause instanceof LedgerError) return cause.code === 'state-tree-damaged';
  return cause instanceof StoreError && cause.code === 'derived-damaged';
}
