import type { JsonValue } from '../encoding/strict-json.ts';
import type { Suite } from '../keys/public-key.ts';

/** `typ` of the header of a batch of attestations. */
export const ATTESTATIONS_TYPE = 'minglu-attestations+v0';
/** Statements under one signature. */
export const MAX_BATCH_SIZE = 64;

/** What a department states of the holder of one case key, for one case. */
export interface AttestationStatement {
  readonly chain: string;
  /** Organisation on whose behalf it is stated. */
  readonly issuer: string;
  /** Id of the transaction it is made for. */
  readonly case: string;
  /** Thumbprint of the case key. */
  readonly holder: string;
  readonly service: string;
  /** Predicates, never the data behind them: `{"identity-level":2,"age-at-least-18":true}`. */
  readonly facts: Readonly<Record<string, AttestedFact>>;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** 128 random bits in base64url. */
  readonly nonce: string;
}

export type AttestedFact = Extract<JsonValue, boolean | number | string>;

/** A statement, its place in a batch, and the batch's signature; parsed, the path checked, the signature not yet. */
export interface Attestation {
  readonly statement: AttestationStatement;
  readonly statementText: string;
  readonly index: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
  /** The compact JWS over the batch's root. */
  readonly batch: string;
  /** The header's `alg`: must be the suite of the key that `batchKid` names. */
  readonly batchSuite: Suite;
  readonly batchKid: string;
  readonly batchSigningInput: Uint8Array;
  readonly batchSignature: Uint8Array;
  readonly root: Uint8Array;
}
