import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { checkAdministrator } from './check-administrator.ts';

export const enableAccount = defineRoute({
  method: 'POST',
  path: '/api/accounts/enable',
  audit: recorded('key-use', 'accounts.enable'),
  schema: {
    summary: 'An administrator of the platform lets a person’s disabled accounts in again',
    tags: ['sessions'],
    session: 'required',
    body: Type.Object(
      {
        account: Type.String({
          pattern: '^[\\w-]{43}$',
          description: 'An account, or a registered key of its holder.',
        }),
      },
      { additionalProperties: false },
    ),
    response: { 200: Type.Object({ enabled: Type.Boolean() }) },
  },
  handler: (context, request) => {
    const { accounts } = checkAdministrator(context, request as FastifyRequest, request.body.account);
    for (const id of accounts) context.accounts.enable(id);
    return { enabled: true };
  },
});
