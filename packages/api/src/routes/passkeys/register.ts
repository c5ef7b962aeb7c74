import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { noteAbout } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import { attestationSchema } from '../../passkeys/answer-schema.ts';
import { checkAttestation } from '../../passkeys/check-attestation.ts';
import { ownAccountOf } from '../../passkeys/own-account.ts';
import { relyingPartyOf } from '../../passkeys/relying-party.ts';
import { defineRoute } from '../../route.ts';
import { getSession } from '../../session/find-session.ts';
import { isFresh } from '../../session/is-fresh.ts';
import { nameSchema, passkeySchema, passkeyView } from './passkey-view.ts';

const MOST = 20;

/**
 * A passkey is another way in, for ever: whoever adds one has just proved who they are. It is worth what was known of them:
 * somebody at level 1 does not come back at level 3.
 */
export const registerPasskey = defineRoute({
  method: 'POST',
  path: '/api/passkeys',
  audit: recorded('key-use', 'passkeys.register'),
  schema: {
    summary: 'Add a passkey to one’s own account',
    tags: ['sessions'],
    session: 'required',
    body: Type.Object({ name: nameSchema, credential: attestationSchema }, { additionalProperties: false }),
    response: { 200: passkeySchema },
  },
  handler: async (context, request) => {
    const session = getSession(context, request);
    const account = ownAccountOf(context, session);
    noteAbout(request, { object: `account/${account.id}` });
    if (!isFresh(session, context.nowMs())) throw new ApiError('step-up-required', { deed: 'passkeys.register' });
    const party = relyingPartyOf(context, request);
    const { name, credential } = request.body;
    const made = await checkAttestation(context, credential, { party, purpose: `register ${account.id}` });
    const { accounts } = context;
    const createdAt = context.nowMs();
    if (accounts.passkeysOf(account.id).length >= MOST) throw new ApiError('passkey-limit', { most: MOST });
    accounts.seen(account, createdAt);
    const passkey = {
      ...made,
      account: account.id,
      name,
      assurance: session.assurance > 1 ? 3 : 1,
      createdAt,
    } as const;
    accounts.addPasskey(passkey);
    return passkeyView(passkey);
  },
});
