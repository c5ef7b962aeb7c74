import type { Timestamp } from '../abci/messages.ts';
import { EngineError } from '../engine-error.ts';

/** Time of a block header in whole milliseconds, as the ledger counts: what is finer is cut off, on every node alike. */
export function blockTimeMs(time: Timestamp | undefined): number {
  const { seconds, nanos } = time ?? { seconds: 0, nanos: 0 };
  const timeMs = seconds * 1_000 + Math.floor(nanos / 1_000_000);
  if (seconds <= 0 || nanos < 0 || nanos > 999_999_999 || !Number.isSafeInteger(timeMs)) {
    throw new EngineError('message-malformed', { part: 'time' });
  }
  return timeMs;
}
