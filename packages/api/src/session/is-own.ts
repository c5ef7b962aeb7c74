import { officerKeyOf } from './officer-key.ts';
import type { Session } from './session.ts';

/** Whether two sessions are the same person's: one account, or one registered key. A case key alone says nothing of a person. */
export const isOwn = (own: Session, other: Session): boolean => {
  if (own.id === other.id) return true;
  if (own.account !== undefined && own.account === other.account) return true;
  const kid = officerKeyOf(own)?.kid;
  return kid !== undefined && officerKeyOf(other)?.kid === kid;
};
