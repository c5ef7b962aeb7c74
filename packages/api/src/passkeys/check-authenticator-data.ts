import { createHash } from 'node:crypto';
import { ApiError } from '../api-error.ts';

const RP_ID_HASH_BYTES = 32;
const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;

/** WebAuthn Level 3, 6.1: made for our domain, by somebody who was there and whom the authenticator asked who they are. */
export const checkAuthenticatorData = (data: Uint8Array, rpId: string): void => {
  if (data.length < RP_ID_HASH_BYTES + 5) throw new ApiError('passkey-malformed');
  const own = createHash('sha256').update(rpId).digest();
  if (!own.equals(data.subarray(0, RP_ID_HASH_BYTES))) throw new ApiError('passkey-rp');
  const flags = data[RP_ID_HASH_BYTES] ?? 0;
  if ((flags & USER_PRESENT) === 0 || (flags & USER_VERIFIED) === 0) throw new ApiError('passkey-unverified');
};
