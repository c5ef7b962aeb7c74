import type { JsonObject } from '@minglu/protocol';

/** Who acts: the key that signed, and the time that counts. */
export interface Actor {
  readonly kid: string;
  /** A key made for one case, carried in the transaction itself; it stands in no register. */
  readonly caseKey: boolean;
  /** Block time for a deed; the reader's clock for a read. */
  readonly atMs: number;
}

/** What is acted on, by whom it is answered for. */
export interface Resource {
  /** The organisation in charge of it. */
  readonly org?: string;
  /** The case key it belongs to. */
  readonly holder?: string;
}

export type AccessDecision =
  | { readonly allow: true; readonly because: JsonObject }
  | { readonly allow: false; readonly code: AccessCode; readonly facts: JsonObject };

export type AccessCode =
  | 'case-key-required'
  | 'registered-key-required'
  | 'key-unknown'
  | 'key-revoked'
  | 'access-denied';
