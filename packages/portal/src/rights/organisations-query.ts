import type { JsonObject } from '@minglu/protocol';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../server/api.ts';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly sealingKey?: JsonObject;
}

/** Everybody who answers for something, as the register has it. */
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  staleTime: 60_000,
  queryFn: async (): Promise<readonly Organisation[]> => {
    const { organisations } = await api.get('/api/organisations', {});
    return organisations.map(({ id, organisation }) => ({ ...(organisation as unknown as Organisation), id }));
  },
});
