import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { keyHand } from '../queries/key-hand.ts';
import { officerKeyOf } from '../session/officer-key.ts';
import type { Session } from '../session/session.ts';

export interface OwnAccount {
  readonly id: string;
  readonly provider: string;
  /** First of the registered keys whose holder it is. */
  readonly kid?: string;
}

/**
 * Whose passkeys a session looks after: those of the account a provider named, else those of the holder of the registered key.
 * A case key alone says nothing of a person: `account-needed`.
 */
export const ownAccountOf = ({ accounts, node }: ApiContext, session: Session): OwnAccount => {
  if (session.account !== undefined) {
    const { provider = 'key', kid } = accounts.find(session.account) ?? {};
    return { id: session.account, provider, ...(kid === undefined ? {} : { kid }) };
  }
  const key = officerKeyOf(session);
  if (key === undefined) throw new ApiError('account-needed');
  const kid = keyHand(node, key.kid);
  return { id: accounts.nameOf('key', kid), provider: 'key', kid };
};
