import type { Colleague } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import type { Officer } from '../officer/use-officer.ts';
import { departmentAt } from '../server/api.ts';

export interface Colleagues {
  readonly all: readonly Colleague[];
  /** Name of whoever has this key; nothing while the department has not answered, or for a key it does not know. */
  findName(kid: string | undefined): string | undefined;
}

/** Who works at the officer's organ: names come from the department's own process, the ledger has keys only. */
export function useColleagues(officer: Officer): Colleagues {
  const { session } = officer;
  const asked = useQuery({
    queryKey: ['colleagues', session.token],
    staleTime: 300_000,
    queryFn: () => departmentAt(session.endpoint).colleagues(session.token),
  });
  const all = asked.data ?? [];
  return { all, findName: (kid) => all.find((one) => one.kid === kid)?.name };
}
