import { type Resource, resourceOf } from '@minglu/ledger';
import type { ApiContext } from '../api-context.ts';

/** What a question about a case or an annulment is about, whole; undefined where there is none. */
export const readResource = (
  { node }: Pick<ApiContext, 'node'>,
  kind: 'case' | 'annulment',
  id: string,
): Resource | undefined => resourceOf({ get: (key) => node.read(key).value }, kind, id);
