import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { peekSession } from '../../session/find-session.ts';
import { setSignInCookie } from '../../sign-in/sign-in-cookie.ts';

/** A page of ours: nothing that another host could be read out of. */
export const returnPage = Type.String({ pattern: '^/(?!api/)[\\w-]*(/[\\w-]+)*$', maxLength: 300 });

/** The first half: the page sends the browser to the address in the answer. */
export const beginSignIn = defineRoute({
  method: 'POST',
  path: '/api/sign-in',
  audit: unrecorded('public'),
  schema: {
    summary: 'Begin to sign in with a provider, or to prove once more who one is (`raise`)',
    tags: ['sessions'],
    session: 'optional',
    body: Type.Object(
      {
        provider: Type.String({ pattern: '^[a-z0-9-]{1,32}$' }),
        level: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)]),
        returnTo: returnPage,
        raise: Type.Optional(Type.Boolean()),
      },
      { additionalProperties: false },
    ),
    response: { 200: Type.Object({ location: Type.String() }) },
  },
  handler: async (context, request, reply) => {
    const { provider: id, level, returnTo, raise = false } = request.body;
    const provider = context.signIn.providers.get(id);
    const { origin } = request.headers;
    if (origin === undefined) throw new ApiError('origin-refused');
    if (provider === undefined) throw new ApiError('provider-unknown');
    const session = peekSession(context, request);
    if (raise && session?.account === undefined) throw new ApiError('session-required');
    const draw = () => Buffer.from(context.options.random(32)).toString('base64url');
    const begun = {
      ...{ provider: id, level, returnTo, state: draw(), nonce: draw(), codeVerifier: draw() },
      redirectUri: `${origin}/api/sign-in/callback/${id}`,
      begunAt: Date.now(),
      ...(session === undefined ? {} : raise ? { raise: session.id } : { replaces: session.id }),
    };
    const location = await provider.addressFor(begun);
    const secret = draw();
    context.signIn.book.put(secret, begun, context.nowMs());
    setSignInCookie(reply, secret);
    return { location };
  },
});
