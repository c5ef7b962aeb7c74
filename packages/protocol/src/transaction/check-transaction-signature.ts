import { type CheckSignature, checkSignaturePure } from '../keys/check-signature.ts';
import type { PublicKey } from '../keys/public-key.ts';
import type { Transaction } from './transaction.ts';

/**
 * Whether `transaction` is signed by `key`: the case key it carries, or the registered key that its `kid` names. A
 * key with another thumbprint, or of another suite than the header says, signed nothing here.
 */
export function checkTransactionSignature(
  transaction: Transaction,
  key: PublicKey,
  check: CheckSignature = checkSignaturePure,
): boolean | Promise<boolean> {
  if (key.kid !== transaction.kid || key.suite !== transaction.suite) return false;
  return check(key, transaction.signingInput, transaction.signature);
}
