import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { CERTIFICATE } from '../../sign-in/sign-in-book.ts';
import { setSignInCookie } from '../../sign-in/sign-in-cookie.ts';
import { returnPage } from './begin.ts';

/**
 * The first half of a sign-in with a client certificate in a browser. What the second door opens is only for the browser that
 * pressed the button here: an address that somebody was sent would else sign them in without their asking.
 */
export const beginByCertificate = defineRoute({
  method: 'POST',
  path: '/api/sign-in/certificate',
  audit: unrecorded('public'),
  schema: {
    summary: 'Begin to sign in with a client certificate: the page sends the browser to the door that asks for one',
    tags: ['sessions'],
    body: Type.Object({ returnTo: returnPage }, { additionalProperties: false }),
    response: { 200: Type.Object({ location: Type.String() }) },
  },
  handler: (context, request, reply) => {
    const { certificates, random } = context.options;
    const { origin } = request.headers;
    if (origin === undefined) throw new ApiError('origin-refused');
    if (certificates === undefined) throw new ApiError('certificate-missing');
    const secret = Buffer.from(random(32)).toString('base64url');
    const begun = {
      ...{ provider: CERTIFICATE, level: 3 as const, returnTo: request.body.returnTo, redirectUri: origin },
      ...{ state: '', nonce: '', codeVerifier: '', begunAt: Date.now() },
    };
    context.signIn.book.put(secret, begun, context.nowMs());
    setSignInCookie(reply, secret);
    const door = certificates.publicUrl ?? `https://${new URL(origin).hostname}:${certificates.port}`;
    return { location: `${door}/api/sign-in/certificate` };
  },
});
