import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';

/**
 * Departments ask every other second. Whoever holds one of these tickets knows it by its digest; to anybody else the list
 * says how many there are.
 */
export const listEnded = defineRoute({
  method: 'GET',
  path: '/api/sign-in/ended',
  audit: unrecorded('public'),
  schema: {
    summary: 'SHA-256 of tickets whose bearers were disabled: what was opened with them is over',
    tags: ['sessions'],
    response: { 200: Type.Object({ tickets: Type.Array(Type.String()) }) },
  },
  handler: (context) => ({ tickets: [...context.accounts.endedTickets(context.nowMs())] }),
});
