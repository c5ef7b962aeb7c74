import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { ProtocolError } from '../errors.ts';
import { type PublicKey, publicKeyFromBytes, type Suite } from './public-key.ts';

/** Whoever can sign for a key. `sign` gives 64 bytes; an ES256 one may be high-S, the formats here lower it. */
export interface Signer {
  readonly publicKey: PublicKey;
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** What `signerFromSecret` gives: it answers at once. */
export interface SecretSigner extends Signer {
  sign(message: Uint8Array): Uint8Array;
}

/**
 * A signer of a 32-byte secret (the P-256 scalar, or the Ed25519 seed). ES256 is deterministic (RFC 6979) and
 * low-S. Throws `secret-malformed`.
 */
export function signerFromSecret(suite: Suite, secret: Uint8Array): SecretSigner {
  const kept = secret.slice();
  const publicKey = publicKeyFromBytes(suite, publicBytes(suite, kept));
  return {
    publicKey,
    sign: (message) =>
      suite === 'ES256'
        ? p256.sign(message, kept, { prehash: true, lowS: true, format: 'compact' })
        : ed25519.sign(message, kept),
  };
}

function publicBytes(suite: Suite, secret: Uint8Array): Uint8Array {
  try {
    return suite === 'ES256' ? p256.getPublicKey(secret, false) : ed25519.getPublicKey(secret);
  } catch {
    throw new ProtocolError('secret-malformed', { suite });
  }
}
