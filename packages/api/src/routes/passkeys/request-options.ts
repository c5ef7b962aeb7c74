import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { ownAccountOf } from '../../passkeys/own-account.ts';
import { relyingPartyOf } from '../../passkeys/relying-party.ts';
import { defineRoute } from '../../route.ts';
import { getSession } from '../../session/find-session.ts';
import { descriptorOf, descriptorSchema, TIMEOUT_MS } from './descriptor.ts';

/** To sign in, nobody says who they are: the browser shows the passkeys it has, and the server learns of one when it answers. */
export const requestOptions = defineRoute({
  method: 'POST',
  path: '/api/passkeys/request-options',
  audit: unrecorded('leaves-only'),
  schema: {
    summary: 'What a browser asks a passkey by, to sign in or to prove once more who one is (`raise`)',
    tags: ['sessions'],
    session: 'optional',
    body: Type.Object({ raise: Type.Boolean() }, { additionalProperties: false }),
    response: {
      200: Type.Object({
        challenge: Type.String(),
        rpId: Type.String(),
        timeout: Type.Integer(),
        userVerification: Type.Literal('required'),
        allowCredentials: Type.Array(descriptorSchema),
      }),
    },
  },
  handler: (context, request) => {
    const { rpId } = relyingPartyOf(context, request);
    const session = request.body.raise ? getSession(context, request) : undefined;
    const own = session === undefined ? undefined : ownAccountOf(context, session);
    const { challenge } = context.passkeys.challenges.issue(context.nowMs(), purposeOf(session?.id));
    const allowed = own === undefined ? [] : context.accounts.passkeysOf(own.id);
    return {
      ...{ challenge, rpId, timeout: TIMEOUT_MS, userVerification: 'required' },
      allowCredentials: allowed.map(descriptorOf),
    };
  },
});

/** @param session that is to be raised */
export const purposeOf = (session: string | undefined): string =>
  session === undefined ? 'sign-in' : `raise ${session}`;
