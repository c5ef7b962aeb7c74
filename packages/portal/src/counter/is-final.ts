import { PortalError } from '../server/failure.ts';

/** Codes of this page's own that come after the chain has taken the application. */
const AFTERWARDS = new Set(['receipt-not-ours', 'page-missing']);

/**
 * Whether an application that was sent surely is not in the ledger: the door or the chain refused it. After silence it may
 * be there, and then another one would be a second case of the same person.
 */
export function isFinal(error: unknown): boolean {
  if (error instanceof PortalError) return !AFTERWARDS.has(error.code);
  return (error as { code?: unknown } | null)?.code === 'transaction-refused';
}
