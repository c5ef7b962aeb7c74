import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { isLowS } from './low-s.ts';
import type { PublicKey } from './public-key.ts';

/** Whether `signature` over `message` is `key`'s. Never throws for what a stranger sent: a bad key or length is false. */
export type CheckSignature = (key: PublicKey, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;

/**
 * The check in plain JavaScript, for anywhere. ES256: 64 bytes, low S only. Ed25519: RFC 8032 with canonical points
 * and scalars; keys of small order, under which one signature fits every message, are refused.
 */
export const checkSignaturePure = (key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean => {
  try {
    if (key.suite === 'Ed25519') return ed25519.verify(signature, message, key.bytes, { zip215: false });
    if (key.bytes.length !== 65 || !isLowS(signature)) return false;
    return p256.verify(signature, message, key.bytes, { prehash: true, lowS: true, format: 'compact' });
  } catch {
    return false;
  }
};
