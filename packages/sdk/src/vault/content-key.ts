import { base64urlDecode, base64urlEncode, hexEncode, utf8Encode } from '@minglu/protocol';
import { SdkError } from '../sdk-error.ts';

const IV_BYTES = 12;

/** A ciphertext and the one key that opens it: base64url of 256 bits, made for this content alone. */
export interface SealedBytes {
  readonly ciphertext: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the ciphertext, in hex. */
  readonly digest: string;
  readonly key: string;
}

/**
 * AES-256-GCM under a fresh key: 12 bytes of nonce, then ciphertext and tag. `context` is bound in: what was sealed as
 * one thing does not open as another.
 */
export const sealBytes = async (plaintext: Uint8Array, context: string): Promise<SealedBytes> => {
  const key = base64urlEncode(crypto.getRandomValues(new Uint8Array(32)));
  const ciphertext = await sealWith(key, plaintext, context);
  return { ciphertext, digest: await digestOf(ciphertext), key };
};

/** The same under a key that is there already, with a nonce of its own. */
export const sealWith = async (
  key: string,
  plaintext: Uint8Array,
  context: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt(gcm(iv, context), await imported(key, 'encrypt'), bufferOf(plaintext));
  const ciphertext = new Uint8Array(IV_BYTES + sealed.byteLength);
  ciphertext.set(iv);
  ciphertext.set(new Uint8Array(sealed), IV_BYTES);
  return ciphertext;
};

/** Throws `attachment-unreadable`, whatever the reason: another key, other bytes, another context. */
export const openBytes = async (
  key: string,
  ciphertext: Uint8Array,
  context: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    const iv = bufferOf(ciphertext.subarray(0, IV_BYTES));
    const sealed = bufferOf(ciphertext.subarray(IV_BYTES));
    return new Uint8Array(await crypto.subtle.decrypt(gcm(iv, context), await imported(key, 'decrypt'), sealed));
  } catch {
    throw new SdkError('attachment-unreadable');
  }
};

export const digestOf = async (bytes: Uint8Array): Promise<string> =>
  hexEncode(new Uint8Array(await crypto.subtle.digest('SHA-256', bufferOf(bytes))));

const gcm = (iv: Uint8Array<ArrayBuffer>, context: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: bufferOf(utf8Encode(context)),
});

const imported = (key: string, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bufferOf(base64urlDecode(key)), 'AES-GCM', false, [use]);

const bufferOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;
