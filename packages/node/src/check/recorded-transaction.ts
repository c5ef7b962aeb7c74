import type { JsonObject, Outcome } from '@minglu/protocol';

/** A transaction as it was read, before anybody has checked anything of it. */
export interface RecordedTransaction {
  readonly index: number;
  readonly jws: string;
  readonly sidecar: string | undefined;
  /** What was decided when the sidecar was there, if it was erased since. */
  readonly erased: Outcome | undefined;
  /** Only to choose what to check: read loosely. */
  readonly payload: { readonly deed?: string; readonly body?: JsonObject; readonly sidecar?: string };
}
