import { useState } from 'react';
import { type Act, act } from '../officer/act.ts';
import type { Officer } from '../officer/use-officer.ts';

export interface BulkState {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  /** Of the first that was refused. */
  readonly error: unknown;
}

/** Many deeds, each signed and standing on its own: one that is refused, for a colleague was faster, stops none of the others. */
export function useBulk(officer: Officer, ended: () => void) {
  const [state, setState] = useState<BulkState>();
  const busy = state !== undefined && state.done + state.failed < state.total;
  async function run(acts: readonly Act[]): Promise<void> {
    let now: BulkState = { done: 0, total: acts.length, failed: 0, error: undefined };
    setState(now);
    for (const one of acts) {
      try {
        await act(officer, one);
        now = { ...now, done: now.done + 1 };
      } catch (error) {
        now = { ...now, failed: now.failed + 1, error: now.error ?? error };
      }
      setState(now);
    }
    ended();
  }
  return { state, busy, run };
}
