import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { AccountBook } from './accounts/account-book.ts';
import type { LedgerNode } from './api-node.ts';
import type { ApiOptions } from './api-options.ts';
import type { Anchorer } from './audit/anchorer.ts';
import type { AuditDoor } from './audit/audit-door.ts';
import type { Sampler } from './audit/sampler.ts';
import type { ClientDesk } from './clients/client-desk.ts';
import type { ReadModel } from './followers/read-model.ts';
import type { RequestTally } from './http/request-tally.ts';
import type { PasskeyDesk } from './passkeys/passkey-desk.ts';
import type { BlockProofs } from './queries/block-proofs.ts';
import type { OpeningBook } from './routes/unmask/opening-book.ts';
import type { ChallengeBook } from './session/challenge-book.ts';
import type { SessionStore } from './session/session-store.ts';
import type { SignInDesk } from './sign-in/sign-in-desk.ts';
import type { Vault } from './vault/vault.ts';

/** Everything a handler may use. Made once by `startApi`; nothing here reaches for the clock, the disk or the environment itself. */
export interface ApiContext {
  readonly options: ApiOptions;
  readonly node: LedgerNode;
  readonly nowMs: () => number;
  readonly log: Logger;
  readonly registry: Registry;
  readonly tally: RequestTally;
  readonly sessions: SessionStore;
  readonly challenges: ChallengeBook;
  readonly openings: OpeningBook;
  readonly signIn: SignInDesk;
  readonly accounts: AccountBook;
  readonly passkeys: PasskeyDesk;
  readonly clients: ClientDesk;
  readonly readModel: ReadModel;
  readonly blockProofs: BlockProofs;
  readonly vault: Vault;
  readonly audit: AuditDoor;
  readonly anchorer: Anchorer;
  readonly sampler: Sampler;
}
