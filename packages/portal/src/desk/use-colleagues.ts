import type { Colleague } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import type { Officer } from '../officer/use-officer.ts';
import { departmentAt } from '../server/api.ts';
import { type HeldRole, rolesQuery } from '../stand-in/roles-query.ts';

export interface Colleagues {
  readonly all: readonly Colleague[];
  /** Name of whoever has this key; nothing while the department has not answered, or for a key it does not know. */
  findName(kid: string | undefined): string | undefined;
  /** Whether this key holds the role today, in its own right or in somebody's place. */
  isA(role: string, kid: string): boolean;
}

/**
 * Who works at the officer's organ: names come from the department's own process, the ledger has keys only. What they
 * may do is the ledger's word, stand-ins included; the department's own list serves where it does not answer.
 */
export function useColleagues(officer: Officer): Colleagues {
  const { session } = officer;
  const asked = useQuery({
    queryKey: ['colleagues', session.token],
    staleTime: 300_000,
    queryFn: () => departmentAt(session.endpoint).colleagues(session.token),
  });
  const roles = useQuery(rolesQuery(officer));
  const all = (asked.data ?? []).map((one) => withRoles(one, roles.data?.roles));
  const find = (kid: string | undefined) =>
    all.find((one) => one.kid === kid || (kid !== undefined && one.former.includes(kid)));
  return {
    all,
    findName: (kid) => find(kid)?.name,
    isA: (role, kid) => find(kid)?.duties.includes(role) ?? false,
  };
}

function withRoles(colleague: Colleague, roles: readonly HeldRole[] | undefined): Colleague {
  if (roles === undefined) return colleague;
  return { ...colleague, duties: roles.filter(({ kid }) => kid === colleague.kid).map(({ role }) => role) };
}
