import { decide, type Resource } from '@minglu/ledger';
import type { ApiContext } from '../api-context.ts';
import type { Session } from './session-store.ts';

/** The chain's own decision about a read, from the state as it stands at this moment: a right revoked is a right gone. */
export const may = (context: ApiContext, session: Session, deed: string, resource: Resource): boolean => {
  const state = { get: (key: string): string | undefined => context.node.read(key).value };
  const actor = { kid: session.kid, caseKey: session.caseKey, atMs: context.nowMs() };
  return decide(state, actor, deed, resource).allow;
};
