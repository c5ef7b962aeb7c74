import { parseTransaction } from '@minglu/protocol';
import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { findSession } from './find-session.ts';
import { FRESH_MS } from './is-fresh.ts';
import { isGrave } from './is-grave.ts';

/**
 * A grave deed that a page sends needs its officer to have proved who they are within five minutes: whoever sits down at a
 * screen that was left open decides nothing. A program brings no origin and no session; what it signs, its key vouches for.
 */
export const checkStepUp = (context: ApiContext, request: FastifyRequest, transaction: string): void => {
  if (request.headers.origin === undefined) return;
  const sent = readSigner(transaction);
  if (sent === undefined || !isGrave(sent.deed)) return;
  const session = findSession(context, request);
  const isTheirs = session?.keys.some(({ kid }) => kid === sent.kid) === true;
  const freshUntil = (session?.stepUpAt ?? Number.NEGATIVE_INFINITY) + FRESH_MS;
  if (!isTheirs || context.nowMs() >= freshUntil) throw new ApiError('step-up-required', { deed: sent.deed });
};

/** Of a registered key; anything that is wrong with a transaction is the node's to refuse. */
const readSigner = (transaction: string): { readonly deed: string; readonly kid: string } | undefined => {
  try {
    const { deed, kid, caseKey } = parseTransaction(transaction);
    return caseKey === undefined ? { deed, kid } : undefined;
  } catch {
    return undefined;
  }
};
