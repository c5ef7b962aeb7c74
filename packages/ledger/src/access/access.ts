import type { JsonObject } from '@minglu/protocol';

/** How sure we are of who acts: 1 a phone, 2 a document with a face or a way without one, 3 a certificate or a passkey. */
export type Assurance = 1 | 2 | 3;

/** How much harm a leak does: 1 public, 2 internal, 3 personal, 4 sensitive personal (个人信息保护法 28). */
export type Grade = 1 | 2 | 3 | 4;

/** Who acts: the key that signed, and the time that counts. */
export interface Actor {
  readonly kid: string;
  /** A key made for one case, carried in the transaction itself; it stands in no register. */
  readonly caseKey: boolean;
  /** Block time for a deed; the reader's clock for a read. */
  readonly atMs: number;
  /** Of the sign-in, for a read; a deed's signature by a registered key is 3, by a case key 1. */
  readonly assurance?: Assurance;
  /** Code of what a read is for; a deed says itself what it is for. */
  readonly purpose?: string;
}

/** What is acted on, by whom it is answered for. */
export interface Resource {
  /** The organisation in charge of it. */
  readonly org?: string;
  /** The case key it belongs to. */
  readonly holder?: string;
  /** The case it is, or is part of. */
  readonly case?: string;
  /** GB/T 2260, six digits. */
  readonly region?: string;
  readonly service?: string;
  readonly grade?: Grade;
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
