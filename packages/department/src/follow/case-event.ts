import type { JsonObject, LedgerEvent } from '@minglu/protocol';

/** What the log itself says of a case: who holds it, and the public part of the application. Proven, not told. */
export interface CaseNote {
  readonly id: string;
  /** Thumbprint of the case key. */
  readonly holder: string;
  readonly service: string;
  readonly version: number;
  /** Of its submission in the log. */
  readonly entry: number;
  readonly submittedAt: number;
  /** Body of the submission as it was signed; for a matter about a licence, with the name it is to have. */
  readonly body: JsonObject;
  /** What it asks for about a licence that is there: `change`, `closing`, `annulment`. A case without one founds. */
  readonly matter?: { readonly kind: string; readonly licence: string };
  /** Commitment to its sidecar; nothing where it had none. */
  readonly sidecar?: string;
}

/** The deed that made an event. */
export interface CauseOfEvent {
  readonly id: string;
  readonly deed: string;
  /** Thumbprint of the key that signed it. */
  readonly kid: string;
  readonly body: JsonObject;
  readonly sidecar?: string;
}

/** One step of a case of this department's, read from the log and proven by its signed checkpoint. */
export interface CaseEvent {
  /** `<entry>-<place>`: the same for ever, so whoever acts on it can tell that it already did. */
  readonly key: string;
  readonly entry: number;
  /** Which of the entry's events, from 0. */
  readonly place: number;
  /** As `case.refused`; see the deeds of the ledger. */
  readonly name: string;
  readonly facts: JsonObject;
  /** Of its block, milliseconds. */
  readonly time: number;
  readonly height: number;
  readonly case: CaseNote;
  /** The licence's number, where one is concerned. */
  readonly licence?: string;
  /** Nothing where a day that passed made it, and no person. */
  readonly cause?: CauseOfEvent;
  /** Everything that happened in the same entry, this one included. */
  readonly together: readonly LedgerEvent[];
}

/**
 * Somebody who acts on steps: makes documents, sends messages. It is told of every step at least once and in order,
 * again after a crash; returning means that its work is on disk. It throws only what another try may mend: the log is
 * not read further until it returns.
 */
export interface CaseListener {
  readonly name: string;
  onCaseEvent(event: CaseEvent): Promise<void>;
  /**
   * Steps of before `sinceMs`, in order and together, for whoever must know of them although nothing is done about them
   * any more. Left out: not told of them.
   */
  onPastEvents?(events: readonly CaseEvent[]): Promise<void>;
}
