import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { peekSession } from '../../session/find-session.ts';
import { isOwn } from '../../session/is-own.ts';
import { sessionSchema, sessionView } from './session-view.ts';

export const listSessions = defineRoute({
  method: 'GET',
  path: '/api/sessions',
  audit: unrecorded('own-secret'),
  schema: {
    summary: 'One’s own sign-ins that are open, on every device; none for a stranger. Looking keeps nobody signed in',
    tags: ['sessions'],
    session: 'optional',
    response: { 200: Type.Object({ sessions: Type.Array(sessionSchema) }) },
  },
  handler: (context, request) => {
    const own = peekSession(context, request);
    if (own === undefined) return { sessions: [] };
    const sessions = context.sessions.list((one) => isOwn(own, one), context.nowMs());
    return { sessions: sessions.map((one) => ({ ...sessionView(one), current: one.id === own.id })) };
  },
});
