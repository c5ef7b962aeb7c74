import type { AttestationBatcher } from '../attest/attestation-batcher.ts';
import type { BarBook } from '../bars/bar-book.ts';
import type { CounterDesk } from '../counter/counter-desk.ts';
import type { DraftKeys } from '../drafts/draft-keys.ts';
import type { DepartmentKeys } from '../keys/department-keys.ts';
import type { Register } from '../register/register.ts';
import type { SearchDesk } from '../search/search-desk.ts';
import type { ReadTicket } from './read-ticket.ts';
import type { SessionBook } from './session-book.ts';

/** What the handlers work with; `delayMs` is the demonstration's switch for "this department is slow today". */
export interface Desk {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly chain: string;
  readonly demo: boolean;
  readonly register: Register;
  readonly keys: DepartmentKeys;
  readonly sessions: SessionBook;
  /** Nothing where no provider's word on who somebody is counts. */
  readonly readTicket?: ReadTicket;
  readonly batcher: AttestationBatcher;
  readonly search: SearchDesk;
  /** Nothing where no platform is known whose registrars could be told from strangers. */
  readonly counter?: CounterDesk;
  readonly bars: BarBook;
  readonly drafts: DraftKeys;
  delayMs: number;
  clock(): number;
  randomBytes(length: number): Uint8Array;
  /** Waits as long as the demonstration's switch says. */
  pause(): Promise<void>;
}
