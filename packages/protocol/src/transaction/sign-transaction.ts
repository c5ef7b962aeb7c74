import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import { formatStrictJson } from '../encoding/strict-json.ts';
import type { Signer } from '../keys/signer.ts';
import { signCompactJws } from './compact-jws.ts';
import { parseTransaction } from './parse-transaction.ts';
import { commitSidecar } from './sidecar.ts';
import type { TransactionDraft } from './transaction.ts';
import { formatTransactionHeader } from './transaction-header.ts';

export interface SignTransactionOptions {
  /** True for a citizen's case key, which the ledger has never seen; false for a registered key. */
  readonly embedKey: boolean;
  readonly hash?: HashFunction;
}

/** The signed transaction as a compact JWS. Throws whatever its reader would: nothing unreadable is handed out. */
export async function signTransaction(
  draft: TransactionDraft,
  signer: Signer,
  options: SignTransactionOptions,
): Promise<string> {
  const { chain, id, deed, notAfter, body, sidecar } = draft;
  const hash = options.hash ?? sha256;
  const commitment = sidecar === undefined ? {} : { sidecar: commitSidecar(sidecar, hash) };
  const payload = formatStrictJson({ chain, id, deed, notAfter, body, ...commitment });
  const jws = await signCompactJws(formatTransactionHeader(signer.publicKey, options.embedKey), payload, signer);
  parseTransaction(jws, hash);
  return jws;
}
