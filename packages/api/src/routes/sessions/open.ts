import { Type } from 'typebox';
import { noteSession } from '../../audit/note-session.ts';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { millisecondsSchema } from '../../schemas.ts';
import { checkSessionProof } from '../../session/check-session-proof.ts';

export const openSession = defineRoute({
  method: 'POST',
  path: '/api/sessions',
  audit: recorded('sign-in', 'sessions.open'),
  schema: {
    summary: 'Sign in by signing the challenge with a registered key or a case key',
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
        token: Type.String({ description: 'Opaque; send as Authorization: Bearer.' }),
        expiresAt: millisecondsSchema,
        kid: Type.String(),
        organisation: Type.Optional(Type.String({ description: 'Of a registered key.' })),
      }),
    },
  },
  handler: (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const who = checkSessionProof(context, request.body.jws);
    noteSession(context, request, who);
    return { ...context.sessions.open(who, context.nowMs()), ...who };
  },
});
