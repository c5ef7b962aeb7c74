import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { keyHand } from '../queries/key-hand.ts';

/** Counts a request of a client, once, under the key it was registered with first: a new key is no new quota. Throws `quota-exceeded`. */
export const countRequest = (
  { clients, node, nowMs }: ApiContext,
  { raw }: Pick<FastifyRequest, 'raw'>,
  kid: string,
): void => {
  if (clients.counted.has(raw)) return;
  clients.counted.add(raw);
  const retryAfterS = clients.quota.take(keyHand(node, kid), nowMs());
  if (retryAfterS !== undefined) throw new ApiError('quota-exceeded', { retryAfterS });
};
