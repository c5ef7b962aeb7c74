import type { LedgerEvent } from '@minglu/protocol';
import { event } from './events.ts';
import { LedgerError } from './ledger-error.ts';
import type { Draft } from './state/draft.ts';

/** The newest version of the state machine this code can run. Behaviour that differs asks for the version, never for a date. */
export const NEWEST_PROTOCOL = 4;

/** Rules of access are data from this version on; their record is always there then, for what is absent costs a look at the disk. */
export const ACCESS_PROTOCOL = 4;

/**
 * Brings a scheduled version into force at its height. A binary too old for it stops here: guessing on would give it a
 * history of its own.
 */
export function enterProtocol(draft: Draft, height: number, events: LedgerEvent[], newest = NEWEST_PROTOCOL): number {
  const { version, next } = draft.get('protocol', '');
  const raised = next !== undefined && height >= next.height;
  const current = raised ? next.version : version;
  if (current > newest) throw new LedgerError('protocol-unsupported', { protocol: current, newest });
  if (raised) {
    draft.write('protocol', '', { version: current });
    if (version < ACCESS_PROTOCOL && current >= ACCESS_PROTOCOL) draft.write('access', '', {});
    events.push(event('protocol.raised', { version: current, height }));
  }
  return current;
}
