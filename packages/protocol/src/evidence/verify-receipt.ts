import type { TransactionEntry } from '../entry/entry.ts';
import { ProtocolError } from '../errors.ts';
import { checkTransactionSignature } from '../transaction/check-transaction-signature.ts';
import { parseTransaction } from '../transaction/parse-transaction.ts';
import type { Transaction } from '../transaction/transaction.ts';
import { type VerifiedPlace, type VerifyOptions, verifyEntryProof } from './verify-entry-proof.ts';

/** A receipt that holds: the record, its outcome, its place, and who saw it. */
export interface VerifiedReceipt extends VerifiedPlace {
  readonly entry: TransactionEntry;
  readonly transaction: Transaction;
  /**
   * `checked`: under the case key that the transaction carries. `by-log`: a registered key signed it; which key that
   * is stands in the ledger's state, so the receipt alone has the log's word that it was checked.
   */
  readonly transactionSignature: 'checked' | 'by-log';
}

/** Checks every part of a receipt (`*.tlog-proof`). Throws a ProtocolError with the code of the part that failed. */
export async function verifyReceipt(text: string, options: VerifyOptions): Promise<VerifiedReceipt> {
  const { entry, ...place } = await verifyEntryProof(text, options);
  if (entry.type !== 'transaction') throw new ProtocolError('receipt-entry-type');
  const transaction = parseTransaction(entry.jws, options.hash);
  if (transaction.chain !== options.trust.origin) throw new ProtocolError('receipt-chain');
  const { caseKey } = transaction;
  if (caseKey === undefined) return { ...place, entry, transaction, transactionSignature: 'by-log' };
  if (!(await checkTransactionSignature(transaction, caseKey, options.checkSignature))) {
    throw new ProtocolError('receipt-transaction-signature');
  }
  return { ...place, entry, transaction, transactionSignature: 'checked' };
}
