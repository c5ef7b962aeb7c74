import type { Passkey } from '../accounts/account.ts';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import type { AssertionAnswer } from './answer-schema.ts';
import { checkAuthenticatorData } from './check-authenticator-data.ts';
import { readClientData } from './read-client-data.ts';
import type { RelyingParty } from './relying-party.ts';

interface Asked {
  readonly party: RelyingParty;
  /** Of the challenge. */
  readonly purpose: string;
}

/**
 * The passkey that answered. An unknown credential, another's and a wrong signature are one refusal and take one time
 * (`passkey-refused`); what is wrong with the answer by itself has its own code, because it tells nothing of anybody.
 */
export const checkAssertion = async (
  context: ApiContext,
  answer: AssertionAnswer,
  { party, purpose }: Asked,
): Promise<Passkey> => {
  const { accounts, passkeys } = context;
  const { clientDataJSON, authenticatorData, userHandle } = answer.response;
  const { challenge } = readClientData(clientDataJSON, { type: 'webauthn.get', origin: party.origin });
  passkeys.challenges.check(challenge, context.nowMs(), purpose);
  checkAuthenticatorData(Buffer.from(authenticatorData, 'base64url'), party.rpId);
  const known = accounts.findPasskey(answer.id);
  const checked = await verify(answer, { passkey: known ?? passkeys.decoy, challenge, party });
  const isOwners = typeof userHandle !== 'string' || userHandle === known?.account;
  if (known === undefined || checked === undefined || !isOwners || known.rpId !== party.rpId)
    throw new ApiError('passkey-refused');
  const nowMs = context.nowMs();
  // Only now: a challenge is not burnt by whoever cannot answer it.
  passkeys.challenges.use(challenge, nowMs, purpose);
  const { counter } = checked;
  // A second authenticator with the same key: which of the two is the thief's nobody can say.
  if ((counter > 0 || known.counter > 0) && counter <= known.counter) throw new ApiError('passkey-counter');
  accounts.usedPasskey(known.id, { counter, nowMs });
  return known;
};

/** Loaded by the first passkey: a start does not wait for it. */
const loadServer = () => import('@simplewebauthn/server');

const verify = async (
  answer: AssertionAnswer,
  {
    passkey,
    challenge,
    party,
  }: { readonly passkey: Passkey; readonly challenge: string; readonly party: RelyingParty },
): Promise<{ readonly counter: number } | undefined> => {
  const { verifyAuthenticationResponse } = await loadServer();
  const { id, rawId, type, response } = answer;
  const { clientDataJSON, authenticatorData, signature } = response;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id,
        rawId,
        type,
        response: { clientDataJSON, authenticatorData, signature },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.rpId,
      // The counter is looked at once the signature has been: else it would tell which credentials exist.
      credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: -1 },
      requireUserVerification: true,
    });
    return verified ? { counter: authenticationInfo.newCounter } : undefined;
  } catch {
    return undefined;
  }
};
