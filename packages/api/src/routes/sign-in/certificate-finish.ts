import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { noteDenied } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import { signInByCertificate } from '../../certificates/sign-in-by-certificate.ts';
import { defineRoute } from '../../route.ts';
import { setSessionCookie } from '../../session/session-cookie.ts';
import { CERTIFICATE } from '../../sign-in/sign-in-book.ts';
import { clearSignInCookie, readSignInCookie } from '../../sign-in/sign-in-cookie.ts';

/**
 * The second half, on the door that asks for a certificate: the browser has shown one, and goes back to the page it began on.
 * Cookies know hosts and no ports, so the first door has the session then. Whatever goes wrong, a person is at the other end.
 */
export const finishByCertificate = defineRoute({
  method: 'GET',
  path: '/api/sign-in/certificate',
  audit: recorded('sign-in', 'sessions.certificate'),
  schema: {
    summary: 'Where a browser shows its client certificate; leads back to the page that began it',
    tags: ['sessions'],
    response: { 303: Type.Null() },
  },
  handler: async (context, request, reply) => {
    clearSignInCookie(reply);
    const secret = readSignInCookie(request.headers.cookie);
    const begun = secret === undefined ? undefined : context.signIn.book.take(secret, context.nowMs());
    const home = begun?.provider === CERTIFICATE ? begun.redirectUri : '';
    const leaveFor = (page: string) => reply.header('referrer-policy', 'no-referrer').redirect(`${home}${page}`, 303);
    try {
      if (begun?.provider !== CERTIFICATE) throw new ApiError('sign-in-unknown');
      const { token } = await signInByCertificate(context, request as FastifyRequest, true);
      setSessionCookie(reply, token);
      return leaveFor(begun.returnTo);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      context.tally.refused(error.code);
      noteDenied(request, error.code);
      return leaveFor(`/sign-in?refused=${error.code}`);
    }
  },
});
