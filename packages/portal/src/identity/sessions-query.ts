import { queryOptions } from '@tanstack/react-query';
import { api } from '../server/api.ts';

/** Looked at again and again: a sign-in that was ended elsewhere must not look alive here. Looking does not prolong it. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async () => (await api.get('/api/sessions', {})).sessions,
  staleTime: 0,
  retry: false,
});
