import { failureOf } from '../server/failure.ts';
import type { CaseAnswer } from '../server/ledger.ts';

/** What somebody was refused for: the roles that would have let them, at whom, and whether to ask is a way. */
export type Lack = NonNullable<CaseAnswer['lacking']>;

/** Read off a refusal; undefined where it says nothing that a person could ask for. */
export function lackOf(error: unknown): Lack | undefined {
  const { code, facts } = failureOf(error);
  const { deed, org, roles, requestable } = facts as Readonly<Record<string, unknown>>;
  if (code !== 'access-denied' || typeof deed !== 'string' || !Array.isArray(roles)) return undefined;
  const needed = roles.filter((role) => typeof role === 'string');
  return { deed, ...(typeof org === 'string' ? { org } : {}), roles: needed, requestable: requestable === true };
}

/** A refusal that stands on the ledger names deed and organisation alone: what was lacking there is asked about then. */
export function refusedDeed(error: unknown): { readonly deed: string; readonly organ: string } | undefined {
  const { code, facts } = failureOf(error);
  const { deed, org, roles } = facts as Readonly<Record<string, unknown>>;
  const isBare = code === 'access-denied' && typeof deed === 'string' && typeof org === 'string' && roles === undefined;
  return isBare ? { deed, organ: org } : undefined;
}
