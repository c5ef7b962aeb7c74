import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { noteSession } from '../../audit/note-session.ts';
import { recorded } from '../../audit/route-audit.ts';
import { certificateThumbprint, findPeerCertificate, peerChain } from '../../certificates/peer-certificate.ts';
import { defineRoute } from '../../route.ts';
import { millisecondsSchema } from '../../schemas.ts';
import { deviceOf } from '../../session/device-of.ts';
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
    const { certificates } = context.options;
    const certificate = findPeerCertificate(request);
    if (certificates === undefined || certificate === undefined) throw new ApiError('certificate-missing');
    const nowMs = context.nowMs();
    const { authority, subject } = await certificates.checker.check(peerChain(request), nowMs);
    const account = context.accounts.nameOf('certificate', `${authority}\n${subject}`);
    context.accounts.seen({ id: account, provider: 'certificate' }, nowMs);
    const isPage = request.headers.origin !== undefined;
    const { token, session } = context.sessions.open(
      {
        ...{ method: 'certificate', assurance: 3, account, device: deviceOf(request.headers['user-agent']) },
        ...(isPage ? {} : { boundTo: certificateThumbprint(certificate) }),
      },
      nowMs,
    );
    noteSession(context, request, session);
    reply.header('cache-control', 'no-store');
    if (isPage) setSessionCookie(reply, token);
    const { expiresAt, idleUntil } = session;
    return { ...(isPage ? {} : { token }), expiresAt, idleUntil };
  },
});
