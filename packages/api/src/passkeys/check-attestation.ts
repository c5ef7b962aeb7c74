import type { Passkey } from '../accounts/account.ts';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import type { AttestationAnswer } from './answer-schema.ts';
import { checkAuthenticatorData } from './check-authenticator-data.ts';
import { readClientData } from './read-client-data.ts';
import type { RelyingParty } from './relying-party.ts';

/** COSE: ES256, EdDSA, RS256. */
export const ALGORITHMS: readonly number[] = [-7, -8, -257];

interface Asked {
  readonly party: RelyingParty;
  readonly purpose: string;
}

type NewPasskey = Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'rpId' | 'transports' | 'isBackedUp'>;

/** A new credential, made for us just now by somebody the authenticator asked who they are. Its maker is not asked for. */
export const checkAttestation = async (
  context: ApiContext,
  answer: AttestationAnswer,
  { party, purpose }: Asked,
): Promise<NewPasskey> => {
  const { clientDataJSON, attestationObject, transports = [] } = answer.response;
  const { challenge } = readClientData(clientDataJSON, { type: 'webauthn.create', origin: party.origin });
  context.passkeys.challenges.check(challenge, context.nowMs(), purpose);
  const found = await verify(answer, { attestationObject, challenge, party });
  context.passkeys.challenges.use(challenge, context.nowMs(), purpose);
  return { ...found, rpId: party.rpId, transports };
};

interface Verification {
  readonly attestationObject: string;
  readonly challenge: string;
  readonly party: RelyingParty;
}

const verify = async (
  answer: AttestationAnswer,
  { attestationObject, challenge, party }: Verification,
): Promise<Pick<NewPasskey, 'id' | 'publicKey' | 'counter' | 'isBackedUp'>> => {
  const [{ verifyRegistrationResponse }, { decodeAttestationObject }] = await Promise.all([
    import('@simplewebauthn/server'),
    import('@simplewebauthn/server/helpers'),
  ]);
  const { id, rawId, type, response } = answer;
  try {
    const bytes = new Uint8Array(Buffer.from(attestationObject, 'base64url'));
    checkAuthenticatorData(decodeAttestationObject(bytes).get('authData'), party.rpId);
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...{ id, rawId, type, clientExtensionResults: {} },
        response: { clientDataJSON: response.clientDataJSON, attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...ALGORITHMS],
    });
    if (!verified) throw new ApiError('passkey-malformed');
    const { credential, credentialBackedUp: isBackedUp } = registrationInfo;
    return { id: credential.id, publicKey: credential.publicKey, counter: credential.counter, isBackedUp };
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError('passkey-malformed');
  }
};
