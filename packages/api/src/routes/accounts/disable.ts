import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { disablingReasons } from '../../accounts/account.ts';
import { noteAbout } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import { keyHand } from '../../queries/key-hand.ts';
import { defineRoute } from '../../route.ts';
import { checkAdministrator } from './check-administrator.ts';

/** Nothing of somebody who may not come in any more stays open, here or at a department. */
export const disableAccount = defineRoute({
  method: 'POST',
  path: '/api/accounts/disable',
  audit: recorded('key-use', 'accounts.disable'),
  schema: {
    summary: 'An administrator of the platform disables a person’s accounts: their sign-ins end at once, on every door',
    tags: ['sessions'],
    session: 'required',
    body: Type.Object(
      {
        account: Type.String({
          pattern: '^[\\w-]{43}$',
          description: 'An account, or a registered key of its holder.',
        }),
        reason: Type.Union(disablingReasons.map((reason) => Type.Literal(reason))),
      },
      { additionalProperties: false },
    ),
    response: { 200: Type.Object({ ended: Type.Integer() }) },
  },
  handler: (context, request) => {
    const { account: name, reason } = request.body;
    noteAbout(request as FastifyRequest, { purpose: reason });
    const { kids, accounts } = checkAdministrator(context, request as FastifyRequest, name);
    const { accounts: book, node, sessions, signIn } = context;
    const nowMs = context.nowMs();
    const all = new Set([...accounts, ...kids.map((kid) => book.openForKey(kid, nowMs))]);
    for (const id of all) {
      book.disable(id, { reason, nowMs });
      signIn.tokens.forgetAccount(id);
    }
    const ended = sessions.end(
      ({ account, keys }) =>
        (account !== undefined && all.has(account)) ||
        keys.some(({ kid, caseKey }) => !caseKey && kids.includes(keyHand(node, kid))),
    );
    return { ended };
  },
});
