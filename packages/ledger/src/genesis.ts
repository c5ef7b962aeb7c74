import { type JsonObject, parsePublicJwk } from '@minglu/protocol';
import type { Block } from './block.ts';
import { LedgerError } from './ledger-error.ts';
import { ACCESS_PROTOCOL } from './protocol-version.ts';
import type { Draft } from './state/draft.ts';
import { roleSubject } from './state/record-key.ts';
import { replayBucket } from './state/replay-window.ts';

/** The organisation whose administrators may shape the chain itself. */
export const PLATFORM = 'platform';

/** What a chain begins with. Everything else comes in ordinary signed transactions, from block 0 on. */
export interface Genesis {
  /** The chain's name, which is its log's origin. */
  readonly chain: string;
  /** Public JWK of the founding administrator. */
  readonly founder: JsonObject;
  /** Time of block 0, milliseconds. */
  readonly time: number;
  /** Version of the state machine at block 0; 1 where it is not said, as for every chain founded before there was a second. */
  readonly protocol?: number;
}

/** Writes the founder into the empty state, before the transactions of block 0 are applied. */
export function applyGenesis(draft: Draft, block: Block, genesis: Genesis): void {
  if (block.height !== 0) throw new LedgerError('block-out-of-order', { height: block.height, expected: 0 });
  if (block.time !== genesis.time) throw new LedgerError('genesis-invalid', { time: block.time });
  const kid = founderKid(genesis.founder);
  const since = genesis.time;
  draft.write('chain', '', { name: genesis.chain, founder: kid });
  draft.write('clock', '', { height: 0, time: since, replayFrom: replayBucket(since) });
  const version = genesis.protocol ?? 1;
  draft.write('protocol', '', { version });
  if (version >= ACCESS_PROTOCOL) draft.write('access', '', {});
  draft.write('org', PLATFORM, { name: PLATFORM, kind: 'platform', status: 'active' });
  draft.write('key', kid, { jwk: genesis.founder, org: PLATFORM, status: 'active', since });
  draft.write('role', roleSubject(PLATFORM, kid, 'administrator'), { since });
}

function founderKid(jwk: JsonObject): string {
  try {
    return parsePublicJwk(jwk).kid;
  } catch {
    throw new LedgerError('genesis-invalid', { member: 'founder' });
  }
}
