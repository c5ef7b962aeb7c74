import type { ApiContext } from '../api-context.ts';
import { readRecord } from '../queries/read-record.ts';
import type { Session } from './session.ts';

/** The session with the keys that are still good; undefined where nothing of it is left: a revoked key is dead on every door. */
export const livingKeys = (context: ApiContext, session: Session): Session | undefined => {
  const isGood = ({ kid, caseKey }: Session['keys'][number]): boolean =>
    caseKey || readRecord(context.node, `key/${kid}`)?.status === 'active';
  if (session.keys.every(isGood)) return session;
  const keys = session.keys.filter(isGood);
  if (keys.length === 0 && session.account === undefined) return undefined;
  return { ...session, keys };
};
