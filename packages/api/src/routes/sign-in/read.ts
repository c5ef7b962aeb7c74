import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { peekSession } from '../../session/find-session.ts';

export const readSignIn = defineRoute({
  method: 'GET',
  path: '/api/sign-in',
  audit: unrecorded('public'),
  schema: {
    summary: 'With whom one can sign in here, and with whom one has',
    tags: ['sessions'],
    session: 'optional',
    response: {
      200: Type.Object({
        providers: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), english: Type.String() })),
        certificate: Type.Boolean({ description: 'There is a door for client certificates.' }),
        signedIn: Type.Optional(
          Type.Object({
            provider: Type.String(),
            organisation: Type.Optional(Type.String({ description: 'That knows the person, as the provider says.' })),
          }),
        ),
      }),
    },
  },
  handler: (context, request) => {
    const { providers, tokens } = context.signIn;
    const session = peekSession(context, request);
    const held = session === undefined ? undefined : tokens.find(session.id);
    const { provider, organisation } = held ?? {};
    return {
      providers: [...providers.values()].map(({ options: { id, name, english } }) => ({ id, name, english })),
      certificate: context.options.certificates !== undefined,
      ...(provider === undefined
        ? {}
        : { signedIn: { provider, ...(organisation === undefined ? {} : { organisation }) } }),
    };
  },
});
