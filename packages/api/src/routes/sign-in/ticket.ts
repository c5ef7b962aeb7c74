import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { getSession } from '../../session/find-session.ts';

/** A department's session may be prolonged; it ends with its account all the same. */
const REMEMBERED_MS = 7 * 24 * 3_600_000;

/**
 * The provider, not the platform, tells an organisation who somebody is and how surely. What the page carries there is good
 * once, for a minute and for that organisation; what it is made from stays here.
 */
export const writeTicket = defineRoute({
  method: 'POST',
  path: '/api/sign-in/ticket',
  audit: recorded('key-use', 'sign-in.ticket'),
  schema: {
    summary: 'A ticket of the provider that tells one organisation who is signed in',
    tags: ['sessions'],
    session: 'required',
    body: Type.Object({ organisation: Type.String({ pattern: '^[a-z0-9-]{1,64}$' }) }, { additionalProperties: false }),
    response: { 200: Type.Object({ ticket: Type.String() }) },
  },
  handler: async (context, request) => {
    const { id, method, account } = getSession(context, request);
    const { organisation } = request.body;
    const { providers, tokens } = context.signIn;
    return await tokens.inTurn(id, async () => {
      const held = tokens.find(id);
      const provider = providers.get(held?.provider ?? '');
      if (held?.refreshToken === undefined || provider?.options.organisations.includes(organisation) !== true)
        throw new ApiError('ticket-unavailable', { organisation });
      try {
        const { ticket, refreshToken } = await provider.ticket(held.refreshToken, organisation);
        tokens.hold(id, { ...held, refreshToken });
        if (account !== undefined) {
          const until = context.nowMs() + REMEMBERED_MS;
          context.accounts.wroteTicket(createHash('sha256').update(ticket).digest('base64url'), { account, until });
        }
        return { ticket };
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'sign-in-refused') throw error;
        // The provider does not vouch for this sign-in any more.
        tokens.forget(id);
        // A passkey still says who it is; it only cannot say so to a department.
        if (method === 'passkey') throw new ApiError('ticket-unavailable', { organisation });
        context.sessions.end((one) => one.id === id);
        throw new ApiError('session-required');
      }
    });
  },
});
