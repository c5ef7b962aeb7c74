import { useQuery } from '@tanstack/react-query';
import { api, departmentAt } from '../server/api.ts';
import type { Session } from '../session/session.ts';

const NONE: Readonly<Record<string, string>> = {};

/** Masks of a case's envelopes by their names; none where the department does not give them. */
export function useMasked(id: string, { endpoint, token }: Session): Readonly<Record<string, string>> {
  const masked = useQuery({
    queryKey: ['masked', id, token],
    queryFn: async () => {
      const { opening } = await api.post('/api/unmask/masks', { case: id });
      return await departmentAt(endpoint).masked(token, { opening, case: id });
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return masked.data ?? NONE;
}
