import type { ApiContext } from '../api-context.ts';
import { keyHand } from '../queries/key-hand.ts';
import { readRecord } from '../queries/read-record.ts';

/** Somebody by what the platform knows: the first keys of a holder, and accounts. No name. */
export interface KnownPerson {
  readonly kids: readonly string[];
  readonly accounts: readonly string[];
}

/** Everything that is one person's: what is disabled by half is not disabled.
 * @param name an account, or a registered key of any age */
export const findPerson = ({ accounts, node }: ApiContext, name: string): KnownPerson | undefined => {
  const isKey = readRecord(node, `key/${name}`) !== undefined;
  if (!isKey && accounts.find(name) === undefined) return undefined;
  const kids = isKey ? [keyHand(node, name)] : accounts.holdersOf(name);
  const others = kids.flatMap((kid) => accounts.accountsOf(kid));
  return { kids, accounts: [...new Set(isKey ? others : [name, ...others])] };
};
