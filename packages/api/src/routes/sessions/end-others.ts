import { PLATFORM } from '@minglu/ledger';
import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { recorded } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { getSession } from '../../session/find-session.ts';
import { may } from '../../session/may.ts';

const NAME = Type.String({ pattern: '^[\\w-]{43}$' });

/** Whoever may name a key may also end what was begun with it: an administrator of the platform, or of the key's organisation. */
export const endOthersSessions = defineRoute({
  method: 'POST',
  path: '/api/sessions/end',
  audit: recorded('sign-out', 'sessions.end-others'),
  schema: {
    summary: 'An administrator ends every sign-in of an account or a registered key',
    tags: ['sessions'],
    session: 'required',
    body: Type.Union([
      Type.Object({ account: NAME }, { additionalProperties: false }),
      Type.Object({ kid: NAME }, { additionalProperties: false }),
    ]),
    response: { 200: Type.Object({ ended: Type.Integer() }) },
  },
  handler: (context, request) => {
    const session = getSession(context, request);
    const { body } = request;
    const org = 'kid' in body ? readRecord(context.node, `key/${body.kid}`)?.org : PLATFORM;
    const deed = 'keys.register';
    if (!may(context, session, deed, { org: String(org ?? PLATFORM) })) throw new ApiError('access-denied', { deed });
    const ended = context.sessions.end((one) =>
      'kid' in body ? one.keys.some(({ kid }) => kid === body.kid) : one.account === body.account,
    );
    return { ended };
  },
});
