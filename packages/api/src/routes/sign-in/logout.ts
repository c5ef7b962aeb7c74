import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { accountOf } from '../../sign-in/account-of.ts';

/** OpenID Connect Back-Channel Logout 1.0: the provider says, server to server, that a sign-in is over. */
export const hearLogout = defineRoute({
  method: 'POST',
  path: '/api/sign-in/logout/:provider',
  audit: recorded('sign-out', 'sign-in.logout'),
  schema: {
    summary: 'A provider ends sign-ins that were made with it',
    tags: ['sessions'],
    params: Type.Object({ provider: Type.String({ pattern: '^[a-z0-9-]{1,32}$' }) }, { additionalProperties: false }),
    form: true,
    body: Type.Object({ logout_token: Type.String({ maxLength: 8_192 }) }),
    response: { 200: Type.Object({ ended: Type.Integer() }) },
  },
  handler: async (context, request) => {
    const { providers, accountSecret, tokens, heard } = context.signIn;
    const provider = providers.get(request.params.provider);
    if (provider === undefined) throw new ApiError('provider-unknown');
    const { id } = provider.options;
    const nowMs = context.nowMs();
    const { jti, sid, subject } = await provider.readLogout(request.body.logout_token);
    if (!heard.use(`${id} ${jti}`, nowMs)) throw new ApiError('sign-in-refused');
    const own = new Set(tokens.sessionsOf((held) => held.provider === id && held.sid === sid && sid !== undefined));
    const account = subject === undefined ? undefined : accountOf(accountSecret, id, subject);
    const ended = context.sessions.end((one) =>
      sid === undefined ? account !== undefined && one.account === account : own.has(one.id),
    );
    for (const session of own) tokens.forget(session);
    return { ended };
  },
});
