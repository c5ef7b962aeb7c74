import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { millisecondsSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';

/** "I am still here" (WCAG 2.2.1), up to the session's own end. */
export const extendSession = defineRoute({
  method: 'POST',
  path: '/api/sessions/extend',
  audit: unrecorded('leaves-only'),
  schema: {
    summary: 'Stay signed in for another half hour, within the session’s eight hours',
    tags: ['sessions'],
    session: 'required',
    response: { 200: Type.Object({ idleUntil: millisecondsSchema, expiresAt: millisecondsSchema }) },
  },
  handler: (context, request) => {
    const { idleUntil, expiresAt } = getSession(context, request);
    return { idleUntil, expiresAt };
  },
});
