import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { recorded } from '../../audit/route-audit.ts';
import { signInByCertificate } from '../../certificates/sign-in-by-certificate.ts';
import { defineRoute } from '../../route.ts';
import { millisecondsSchema } from '../../schemas.ts';
import { setSessionCookie } from '../../session/session-cookie.ts';

/** For staff, on the door that asks for certificates. A page's session is in the cookie; a program's is bound to its certificate. */
export const openByCertificate = defineRoute({
  method: 'POST',
  path: '/api/sessions/certificate',
  audit: recorded('sign-in', 'sessions.certificate'),
  schema: {
    summary: 'Sign in with the client certificate of this TLS connection, at level 3',
    tags: ['sessions'],
    response: {
      200: Type.Object({
        token: Type.Optional(Type.String({ description: 'For programs; good with the same certificate alone.' })),
        expiresAt: millisecondsSchema,
        idleUntil: millisecondsSchema,
      }),
    },
  },
  handler: async (context, request, reply) => {
    const isPage = request.headers.origin !== undefined;
    const { token, session } = await signInByCertificate(context, request as FastifyRequest, isPage);
    reply.header('cache-control', 'no-store');
    if (isPage) setSessionCookie(reply, token);
    const { expiresAt, idleUntil } = session;
    return { ...(isPage ? {} : { token }), expiresAt, idleUntil };
  },
});
