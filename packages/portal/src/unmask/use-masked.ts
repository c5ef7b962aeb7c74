import { useQuery } from '@tanstack/react-query';
import type { EnvelopeDoor } from './envelope-door.ts';

const NONE: Readonly<Record<string, string>> = {};

/** Masks of a case's envelopes by their names; none where the department does not give them. */
export function useMasked(id: string, { key, masked }: EnvelopeDoor): Readonly<Record<string, string>> {
  const asked = useQuery({
    queryKey: ['masked', id, key],
    queryFn: () => masked(id),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return asked.data ?? NONE;
}
