import { nextMidnightMs } from './midnight.ts';
import type { BlockSink } from './sequencer.ts';

/** The instant (ms) from which a block is owed although nobody sends anything: the next due effect, or local midnight. */
export function nextTickMs(sink: Pick<BlockSink, 'findNextDueMs'>, lastBlockMs: number): number {
  return Math.min(sink.findNextDueMs() ?? Number.MAX_SAFE_INTEGER, nextMidnightMs(lastBlockMs));
}
