import {
  checkTransactionSignature,
  type JsonObject,
  parsePublicJwk,
  parseStrictJsonObject,
  type Trust,
  verifyReceipt,
} from '@minglu/protocol';
import { readVerifiedState, webCryptoCheck } from '@minglu/sdk';
import { api } from '../server/api.ts';

export interface CheckedEntry {
  readonly deed?: string;
  /** The entry stands under a checkpoint of the log. */
  readonly isProved: boolean;
  /** By the key in it, or by the registered key that the proven state has. */
  readonly isSigned: boolean;
}

/** Place and signature of an entry, checked in this browser. Never throws for evidence that does not hold. */
export async function checkSampled(receipt: string, trust: Trust): Promise<CheckedEntry> {
  try {
    const { transaction, transactionSignature } = await verifyReceipt(receipt, {
      trust,
      checkSignature: webCryptoCheck,
    });
    const { deed } = transaction;
    if (transactionSignature === 'checked') return { deed, isProved: true, isSigned: true };
    const { value } = await readVerifiedState(api, `key/${transaction.kid}`, trust);
    if (value === null) return { deed, isProved: true, isSigned: false };
    const key = parsePublicJwk(parseStrictJsonObject(value).jwk as JsonObject);
    return { deed, isProved: true, isSigned: await checkTransactionSignature(transaction, key, webCryptoCheck) };
  } catch (error) {
    if (error instanceof Error && error.name === 'ProtocolError') return { isProved: false, isSigned: false };
    throw error;
  }
}
