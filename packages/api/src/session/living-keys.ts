import type { ApiContext } from '../api-context.ts';
import { findLivingKey } from '../queries/key-hand.ts';
import { readRecord } from '../queries/read-record.ts';
import type { Session } from './session.ts';

/**
 * The session with the keys that are still good; undefined where nothing of it is left: a revoked key is dead on every door,
 * and so is an account that was disabled, or whose holder has no key any more.
 */
export const livingKeys = (context: ApiContext, session: Session): Session | undefined => {
  if (session.account !== undefined && !isLiving(context, session.account)) return undefined;
  const isGood = ({ kid, caseKey }: Session['keys'][number]): boolean => caseKey || isGoodKey(context, kid);
  if (session.keys.every(isGood)) return session;
  const keys = session.keys.filter(isGood);
  if (keys.length === 0 && session.account === undefined) return undefined;
  return { ...session, keys };
};

/** Disabled by account or by key, somebody is kept out with both: the one would else be a way around the other. */
const isGoodKey = ({ accounts, node }: ApiContext, kid: string): boolean => {
  const record = readRecord(node, `key/${kid}`);
  if (record?.status !== 'active') return false;
  return !accounts.isBarred(typeof record.first === 'string' ? record.first : kid);
};

const isLiving = ({ accounts, node }: ApiContext, account: string): boolean => {
  if (accounts.isDisabled(account)) return false;
  const kid = accounts.keyOf(account);
  return kid === undefined || findLivingKey(node, kid) !== undefined;
};
