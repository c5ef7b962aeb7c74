import { type CheckSignature, checkSignaturePure, isLowS, type PublicKey } from '@minglu/protocol';

const keys = new Map<string, Promise<CryptoKey>>();
const MAX_KEYS = 64;

/**
 * Checks signatures with the platform's own cryptography, and with the pure one where the platform lacks it (no secure
 * context, or a browser without Ed25519). High-S is refused here as there: identity must not depend on who checks.
 */
export const webCryptoCheck: CheckSignature = async (key, message, signature) => {
  if (signature.length !== 64 || (key.suite === 'ES256' && !isLowS(signature))) return false;
  let imported: CryptoKey;
  try {
    imported = await importOnce(key);
  } catch {
    return checkSignaturePure(key, message, signature);
  }
  const algorithm = key.suite === 'ES256' ? { name: 'ECDSA', hash: 'SHA-256' } : { name: 'Ed25519' };
  return crypto.subtle.verify(
    algorithm,
    imported,
    signature as Uint8Array<ArrayBuffer>,
    message as Uint8Array<ArrayBuffer>,
  );
};

const importOnce = (key: PublicKey): Promise<CryptoKey> => {
  const known = keys.get(key.kid);
  if (known !== undefined) return known;
  if (keys.size >= MAX_KEYS) keys.clear();
  const algorithm = key.suite === 'ES256' ? { name: 'ECDSA', namedCurve: 'P-256' } : { name: 'Ed25519' };
  const made = importKey(key.bytes as Uint8Array<ArrayBuffer>, algorithm);
  keys.set(key.kid, made);
  made.catch(() => keys.delete(key.kid));
  return made;
};

/** Without a secure context there is no `subtle` at all: that rejects like an algorithm the platform does not know. */
const importKey = async (bytes: Uint8Array<ArrayBuffer>, algorithm: { name: string }): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify']);
