import { Client } from '@minglu/sdk';
import { Rounds } from '../follow/rounds.ts';
import type { SessionBook } from './session-book.ts';

/** Somebody who was disabled at the platform is a stranger here within five seconds: two to ask, and the answer's way. */
const PAUSE_MS = 2_000;
const TIMEOUT_MS = 2_000;

interface Asking {
  readonly url: string;
  /** Of the other rounds; 0: only when it is told. */
  readonly pollMs: number;
}

/**
 * Ends what was opened with the ticket of somebody whose account the platform has disabled since. The platform knows the
 * tickets it passed on and not who they name; this side knows who came with one. A platform that does not answer ends nobody:
 * that it is gone is told by the rounds that read its log.
 */
export function endWithAccount({ url, pollMs }: Asking, sessions: SessionBook): Rounds {
  const client = new Client({ baseUrl: url, timeoutMs: TIMEOUT_MS });
  const work = async () => {
    if (!sessions.hasTickets) return;
    const { tickets } = await client.get('/api/sign-in/ended', {});
    sessions.endTickets(new Set(tickets));
  };
  return new Rounds(work, pollMs === 0 ? 0 : PAUSE_MS, () => undefined);
}
