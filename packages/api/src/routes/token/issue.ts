import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteSession } from '../../audit/note-session.ts';
import { recorded } from '../../audit/route-audit.ts';
import { certificateThumbprint, findPeerCertificate } from '../../certificates/peer-certificate.ts';
import { checkClientAssertion } from '../../clients/check-client-assertion.ts';
import { clientByCertificate } from '../../clients/client-by-certificate.ts';
import { countRequest } from '../../clients/count-request.ts';
import { defineRoute } from '../../route.ts';
import { ownOrigins } from '../../session/check-origin.ts';
import type { SessionKey } from '../../session/session.ts';

/** A client asks anew; a token that was copied is soon worth nothing. */
const LIFETIME_MS = 5 * 60_000;
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * OAuth 2.0 client credentials (RFC 6749, 4.4) for another system: by private_key_jwt (RFC 7523) or by its TLS certificate (RFC
 * 8705). A token is bound to the certificate its sender showed; over TLS there is none without.
 */
export const issueToken = defineRoute({
  method: 'POST',
  path: '/api/token',
  audit: recorded('sign-in', 'token.issue'),
  schema: {
    summary: 'A token for a system whose key is registered, good for five minutes and for its sender alone',
    tags: ['sessions'],
    form: true,
    body: Type.Object({
      grant_type: Type.Literal('client_credentials'),
      client_id: Type.Optional(Type.String({ maxLength: 64 })),
      client_assertion_type: Type.Optional(Type.Literal(JWT_BEARER)),
      client_assertion: Type.Optional(Type.String({ maxLength: 4_096 })),
    }),
    response: {
      200: Type.Object({
        access_token: Type.String(),
        token_type: Type.Literal('Bearer'),
        expires_in: Type.Integer({ description: 'Seconds.' }),
      }),
    },
  },
  handler: async (context, request, reply) => {
    if (request.headers.origin !== undefined) throw new ApiError('origin-refused');
    const certificate = findPeerCertificate(request);
    const { client_assertion: assertion, client_id: id } = request.body;
    const key = await clientOf(context, request as FastifyRequest, assertion);
    if (id !== undefined && id !== key.kid) throw new ApiError('client-refused');
    if (certificate === undefined && context.options.tls !== undefined) throw new ApiError('client-unbound');
    countRequest(context, request, key.kid);
    const { token, session } = context.sessions.open(
      {
        ...{ method: 'client', assurance: 3, keys: [key], lifetimeMs: LIFETIME_MS },
        ...(certificate === undefined ? {} : { boundTo: certificateThumbprint(certificate) }),
      },
      context.nowMs(),
    );
    noteSession(context, request, session);
    reply.header('cache-control', 'no-store');
    return { access_token: token, token_type: 'Bearer', expires_in: LIFETIME_MS / 1000 };
  },
});

const clientOf = async (
  context: ApiContext,
  request: FastifyRequest,
  assertion: string | undefined,
): Promise<SessionKey> => {
  const [origin = ''] = ownOrigins(context, request);
  if (assertion !== undefined) return await checkClientAssertion(context, assertion, `${origin}/api/token`);
  const certificate = findPeerCertificate(request);
  if (certificate === undefined) throw new ApiError('client-refused');
  return clientByCertificate(context, certificate);
};
