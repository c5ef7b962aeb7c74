import { queryOptions } from '@tanstack/react-query';
import type { Officer } from '../officer/use-officer.ts';
import type { api } from '../server/api.ts';

/** Whom an administrator looks for: those of an organisation, or one by an account or a key. */
export interface AccountsQuestion {
  readonly organisation?: string;
  readonly of?: string;
}

export type Person = Awaited<ReturnType<typeof api.get<'/api/accounts'>>>['people'][number];

export const isAsked = ({ organisation, of }: AccountsQuestion): boolean =>
  organisation !== undefined || of !== undefined;

export function accountsQuery({ client, session }: Officer, { organisation, of }: AccountsQuestion) {
  const asked = of === undefined ? { organisation: organisation ?? '' } : { of };
  return queryOptions({
    queryKey: ['accounts', session.token, asked],
    retry: false,
    queryFn: async () => (await client.get('/api/accounts', asked)).people,
  });
}
