import type { JsonObject, LedgerEvent } from '@minglu/protocol';

/** One thing the read model hears of: an accepted transaction, or a block's own due effects (then without deed and body). */
export interface ProjectionRecord {
  readonly height: number;
  /** Position in the public log; of the block entry for due effects. */
  readonly index: number;
  /** Block time, ms. */
  readonly time: number;
  /** Id of the transaction; empty for due effects. */
  readonly id: string;
  readonly deed: string | undefined;
  readonly body: JsonObject;
  /** Header of the transaction as it was signed, base64url; empty for due effects. */
  readonly header: string;
  readonly events: readonly LedgerEvent[];
  /** The same as JSON text. */
  readonly eventsText: string;
}
