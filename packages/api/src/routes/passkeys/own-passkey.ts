import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Passkey } from '../../accounts/account.ts';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { ownAccountOf } from '../../passkeys/own-account.ts';
import { getSession } from '../../session/find-session.ts';
import { isFresh } from '../../session/is-fresh.ts';
import type { Session } from '../../session/session.ts';

export const idSchema = Type.Object(
  { id: Type.String({ pattern: '^[\\w-]+$', maxLength: 1_400 }) },
  { additionalProperties: false },
);

/** Somebody else's passkey is none: `passkey-not-found`. */
export const ownPasskey = (
  context: ApiContext,
  request: FastifyRequest,
  { id, deed }: { readonly id: string; readonly deed: string },
): { readonly session: Session; readonly passkey: Passkey; readonly others: number } => {
  const session = getSession(context, request);
  const own = context.accounts.passkeysOf(ownAccountOf(context, session).id);
  const passkey = own.find((one) => one.id === id);
  if (passkey === undefined) throw new ApiError('passkey-not-found');
  if (!isFresh(session, context.nowMs())) throw new ApiError('step-up-required', { deed });
  return { session, passkey, others: own.length - 1 };
};
