import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { ALGORITHMS } from '../../passkeys/check-attestation.ts';
import { ownAccountOf } from '../../passkeys/own-account.ts';
import { relyingPartyOf } from '../../passkeys/relying-party.ts';
import { defineRoute } from '../../route.ts';
import { getSession } from '../../session/find-session.ts';
import { descriptorOf, descriptorSchema, TIMEOUT_MS } from './descriptor.ts';

const Text = Type.String();

export const creationOptions = defineRoute({
  method: 'POST',
  path: '/api/passkeys/creation-options',
  audit: unrecorded('leaves-only'),
  schema: {
    summary: 'What a browser makes a passkey of one’s own by (WebAuthn PublicKeyCredentialCreationOptionsJSON)',
    tags: ['sessions'],
    session: 'required',
    response: {
      200: Type.Object({
        rp: Type.Object({ id: Text, name: Text }),
        user: Type.Object({ id: Text, name: Text, displayName: Text }),
        challenge: Text,
        pubKeyCredParams: Type.Array(Type.Object({ type: Type.Literal('public-key'), alg: Type.Integer() })),
        timeout: Type.Integer(),
        excludeCredentials: Type.Array(descriptorSchema),
        authenticatorSelection: Type.Object({
          residentKey: Type.Literal('required'),
          requireResidentKey: Type.Literal(true),
          userVerification: Type.Literal('required'),
        }),
        attestation: Type.Literal('none'),
      }),
    },
  },
  handler: (context, request) => {
    const account = ownAccountOf(context, getSession(context, request));
    const { rpId } = relyingPartyOf(context, request);
    const { name } = context.options.city;
    return {
      rp: { id: rpId, name },
      // No name is known here; the page puts in the one its reader knows, for their own list of passkeys.
      user: { id: account.id, name, displayName: name },
      challenge: context.passkeys.challenges.issue(context.nowMs(), `register ${account.id}`).challenge,
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key' as const, alg })),
      timeout: TIMEOUT_MS,
      excludeCredentials: context.accounts.passkeysOf(account.id).map(descriptorOf),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
    };
  },
});
