import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { noteSession } from '../../audit/note-session.ts';
import { recorded } from '../../audit/route-audit.ts';
import { keyHand } from '../../queries/key-hand.ts';
import { defineRoute } from '../../route.ts';
import { millisecondsSchema } from '../../schemas.ts';
import { checkSessionProof } from '../../session/check-session-proof.ts';
import { deviceOf } from '../../session/device-of.ts';
import { tokenOf } from '../../session/find-session.ts';
import { setSessionCookie } from '../../session/session-cookie.ts';

/**
 * Proves a key. A page, which a browser marks by its origin and cannot unmark, gets the cookie and never a token; a
 * program gets the token. A key proved within a session is added to it.
 */
export const openSession = defineRoute({
  method: 'POST',
  path: '/api/sessions',
  audit: recorded('sign-in', 'sessions.open'),
  schema: {
    summary: 'Sign in, or add to the session, by signing the challenge with a registered key or a case key',
    tags: ['sessions'],
    body: Type.Object(
      {
        jws: Type.String({
          maxLength: 2_048,
          description: 'Compact JWS, typ minglu-session+v0, payload {"chain","challenge"}.',
        }),
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        token: Type.Optional(
          Type.String({ description: 'Opaque; send as Authorization: Bearer. Not for pages: they have the cookie.' }),
        ),
        expiresAt: millisecondsSchema,
        idleUntil: millisecondsSchema,
        kid: Type.String(),
        organisation: Type.Optional(Type.String({ description: 'Of a registered key.' })),
      }),
    },
  },
  handler: (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const key = checkSessionProof(context, request.body.jws);
    const nowMs = context.nowMs();
    const hand = key.caseKey ? undefined : keyHand(context.node, key.kid);
    if (hand !== undefined && context.accounts.isBarred(hand)) throw new ApiError('account-disabled');
    const known = tokenOf(request);
    const added = known === undefined ? undefined : context.sessions.addKey(known, key, nowMs);
    const device = deviceOf(request.headers['user-agent']);
    const { token, session } =
      added ?? context.sessions.open({ method: 'key', assurance: key.caseKey ? 1 : 3, keys: [key], device }, nowMs);
    noteSession(context, request, session);
    if (hand !== undefined && session.account !== undefined) context.accounts.held(session.account, hand);
    const isPage = request.headers.origin !== undefined;
    if (isPage) setSessionCookie(reply, token);
    const { kid, organisation } = key;
    return {
      ...(isPage ? {} : { token }),
      expiresAt: session.expiresAt,
      idleUntil: session.idleUntil,
      kid,
      ...(organisation === undefined ? {} : { organisation }),
    };
  },
});
