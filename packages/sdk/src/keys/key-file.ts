import {
  base64urlDecode,
  base64urlEncode,
  formatStrictJson,
  type JsonObject,
  parseStrictJsonObject,
  utf8Decode,
  utf8Encode,
} from '@minglu/protocol';
import { SdkError } from '../sdk-error.ts';

/** What travels to another device: the key of a case, and whatever its owner keeps beside it. */
export interface KeyFile {
  readonly case: string;
  readonly kid: string;
  readonly privateJwk: JsonObject;
  /** The owner's own notes of the case, as text. */
  readonly notes: string;
}

/** OWASP's figure for PBKDF2 with HMAC-SHA-256; more is taken from a file, fewer would be a gift to a thief. */
const ITERATIONS = 600_000;
const MAX_ITERATIONS = 10_000_000;
const MAX_LENGTH = 262_144;
const MEMBERS = 'v,type,case,kid,kdf,iterations,salt,iv,sealed';

/** A passphrase shorter than this is guessed; nothing else is asked of it. */
export const LEAST_PASSPHRASE = 10;

/**
 * The key under a passphrase, as a file: PBKDF2-HMAC-SHA-256 (RFC 8018), then AES-256-GCM with case and key id bound in.
 * Whoever has file and passphrase acts as the holder of this one case, and of no other.
 */
export const sealKeyFile = async (file: KeyFile, passphrase: string): Promise<string> => {
  const { case: id, kid, privateJwk, notes } = file;
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const plain = utf8Encode(formatStrictJson({ privateJwk, notes }));
  const key = await stretch(passphrase, salt, ITERATIONS);
  const sealed = await crypto.subtle.encrypt(gcm(iv, id, kid), key, plain as Uint8Array<ArrayBuffer>);
  return formatStrictJson({
    v: 0,
    type: 'minglu-case-key',
    case: id,
    kid,
    kdf: 'PBKDF2-SHA-256',
    iterations: ITERATIONS,
    salt: base64urlEncode(salt),
    iv: base64urlEncode(iv),
    sealed: base64urlEncode(new Uint8Array(sealed)),
  });
};

/** Throws `key-file-malformed`, or `passphrase-wrong`, which a changed file says too. */
export const openKeyFile = async (text: string, passphrase: string): Promise<KeyFile> => {
  const { id, kid, iterations, salt, iv, sealed } = readFile(text);
  try {
    const key = await stretch(passphrase, salt, iterations);
    const plain = await crypto.subtle.decrypt(gcm(iv, id, kid), key, sealed);
    const { privateJwk, notes } = parseStrictJsonObject(utf8Decode(new Uint8Array(plain)), MAX_LENGTH);
    return { case: id, kid, privateJwk: privateJwk as JsonObject, notes: String(notes) };
  } catch {
    throw new SdkError('passphrase-wrong');
  }
};

const readFile = (text: string) => {
  try {
    const json = parseStrictJsonObject(text.trim(), MAX_LENGTH);
    const { v, type, case: id, kid, kdf, iterations, salt, iv, sealed } = json;
    const isOurs = v === 0 && type === 'minglu-case-key' && kdf === 'PBKDF2-SHA-256';
    const isCostly = typeof iterations === 'number' && iterations >= ITERATIONS && iterations <= MAX_ITERATIONS;
    if (isOurs && isCostly && Object.keys(json).join() === MEMBERS && typeof id === 'string' && typeof kid === 'string')
      return { id, kid, iterations, salt: bytesOf(salt), iv: bytesOf(iv), sealed: bytesOf(sealed) };
  } catch {
    // falls through: what cannot be read is no key file
  }
  throw new SdkError('key-file-malformed');
};

const stretch = async (passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> => {
  // NFKC: the same words typed on another keyboard are the same passphrase (RFC 8265 4.2 does likewise).
  const words = utf8Encode(passphrase.normalize('NFKC')) as Uint8Array<ArrayBuffer>;
  const base = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
};

const gcm = (iv: Uint8Array<ArrayBuffer>, id: string, kid: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: utf8Encode(`minglu case key v0\n${id}\n${kid}`) as Uint8Array<ArrayBuffer>,
});

const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => base64urlDecode(String(value)) as Uint8Array<ArrayBuffer>;

const randomBytes = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
