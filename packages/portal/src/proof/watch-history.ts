import type { Trust } from '@minglu/protocol';
import { pinCheckpoint } from '@minglu/sdk';
import { api } from '../server/api.ts';
import { failureOf } from '../server/failure.ts';
import { browserPins } from '../store/browser-pins.ts';

/** `first`: this browser had nothing to compare with. `silent`: the server could not be asked, which proves nothing. */
export type PinVerdict = 'first' | 'consistent' | 'inconsistent' | 'silent';

export interface Watched {
  readonly verdict: PinVerdict;
  /** The checkpoint this browser remembered before looking. */
  readonly before: string | undefined;
}

const accusing = new Set(['checkpoint-rolled-back', 'checkpoint-forked', 'checkpoint-unproved']);

/** Holds the server's checkpoint of now against the one this browser remembers; what accuses the log is kept by the sdk. */
export async function watchHistory(trust: Trust): Promise<Watched> {
  const pins = browserPins();
  const before = await pins.readCheckpoint(trust.origin);
  try {
    await pinCheckpoint(api, pins, trust);
    return { verdict: before === undefined ? 'first' : 'consistent', before };
  } catch (error) {
    return { verdict: accusing.has(failureOf(error).code) ? 'inconsistent' : 'silent', before };
  }
}
