import type { JsonObject } from '../encoding/strict-json.ts';
import type { PublicKey, Suite } from '../keys/public-key.ts';

/** `typ` of a transaction's header. */
export const TRANSACTION_TYPE = 'minglu-tx+v0';

/** What a signer states: the payload before it is signed. `sidecar` is the sidecar's text, of which a commitment is signed. */
export interface TransactionDraft {
  readonly chain: string;
  /** 128 random bits in base64url. */
  readonly id: string;
  readonly deed: string;
  /** Last block time at which it may take effect, milliseconds since 1970. */
  readonly notAfter: number;
  readonly body: JsonObject;
  readonly sidecar?: string;
}

/** The public part of a transaction, parsed. Its signature is not checked yet. */
export interface Transaction {
  /** The compact JWS exactly as it came. */
  readonly jws: string;
  readonly signingInput: Uint8Array;
  readonly signature: Uint8Array;
  /** The header's `alg`: must be the suite of the key that `kid` names. */
  readonly suite: Suite;
  readonly kid: string;
  /** The key carried in the header, when it is a citizen's key for one case; else `kid` is in the ledger's state. */
  readonly caseKey: PublicKey | undefined;
  readonly chain: string;
  readonly id: string;
  readonly deed: string;
  /** Milliseconds since 1970. */
  readonly notAfter: number;
  readonly body: JsonObject;
  /** base64url of 32 bytes; see `commitSidecar`. */
  readonly sidecarCommitment: string | undefined;
}
