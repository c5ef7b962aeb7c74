import type { JsonObject, ProtocolErrorFacts } from '@minglu/protocol';
import type { Authenticity } from './revive.ts';

/** What is handed to a verifying thread. */
export interface AuthenticationItem {
  readonly jws: string;
  readonly sidecar: string | undefined;
}

/** A registered key, as state records it; immutable, because its name is its thumbprint. */
export interface RegisteredKey {
  readonly kid: string;
  readonly jwk: JsonObject;
}

/** What a verifying thread found. `missing` asks for registered keys and to be asked again. */
export type Verdict =
  | ({ readonly kind: 'authentic' } & Authenticity)
  | { readonly kind: 'missing'; readonly kids: readonly string[] }
  | { readonly kind: 'malformed'; readonly part: string; readonly code: string; readonly facts: ProtocolErrorFacts }
  | { readonly kind: 'forged'; readonly part: 'transaction' | 'attestation' };

export interface VerifyRequest {
  readonly batch: number;
  readonly items: readonly AuthenticationItem[];
  readonly keys: readonly RegisteredKey[];
}

export interface VerifyAnswer {
  readonly batch: number;
  readonly verdicts: readonly Verdict[];
}
