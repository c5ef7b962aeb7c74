import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { getSession } from '../../session/find-session.ts';
import { isOwn } from '../../session/is-own.ts';
import { clearSessionCookie } from '../../session/session-cookie.ts';

/** Signs out here or on another device, at once: the next request of that session is a stranger's. */
export const endSession = defineRoute({
  method: 'DELETE',
  path: '/api/sessions/:id',
  audit: recorded('sign-out', 'sessions.end'),
  schema: {
    summary: 'End one of one’s own sign-ins; `current` is this one',
    tags: ['sessions'],
    params: Type.Object({ id: Type.String({ pattern: '^(current|[\\w-]{43})$' }) }, { additionalProperties: false }),
    session: 'required',
    response: { 200: Type.Object({ ended: Type.Integer() }) },
  },
  handler: (context, request, reply) => {
    const own = getSession(context, request);
    const id = request.params.id === 'current' ? own.id : request.params.id;
    const ended = context.sessions.end((one) => one.id === id && isOwn(own, one));
    if (ended === 0) throw new ApiError('session-not-found');
    if (id === own.id && request.headers.authorization === undefined) clearSessionCookie(reply);
    return { ended };
  },
});
