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

/** A kind of file that is opened by a passphrase. */
export interface PassphraseFileKind {
  /** As its `type` says. */
  readonly type: string;
  /** First line of what is bound in, the values of `names` the others. */
  readonly label: string;
  /** Members that stand in the clear, in their order. */
  readonly names: readonly string[];
}

/** OWASP's figure for PBKDF2 with HMAC-SHA-256; more is taken from a file, fewer would be a gift to a thief. */
const ITERATIONS = 600_000;
const MAX_ITERATIONS = 10_000_000;
const MAX_LENGTH = 262_144;
const KDF = 'PBKDF2-SHA-256';

/** A passphrase shorter than this is guessed; nothing else is asked of it. */
export const LEAST_PASSPHRASE = 10;

/** PBKDF2-HMAC-SHA-256 (RFC 8018), then AES-256-GCM with kind and names bound in. */
export const sealPassphraseFile = async (
  kind: PassphraseFileKind,
  named: Readonly<Record<string, string>>,
  secret: JsonObject,
  passphrase: string,
): Promise<string> => {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const plain = utf8Encode(formatStrictJson(secret)) as Uint8Array<ArrayBuffer>;
  const key = await stretch(passphrase, salt, ITERATIONS);
  const sealed = await crypto.subtle.encrypt(gcm(iv, kind, named), key, plain);
  return formatStrictJson({
    v: 0,
    type: kind.type,
    ...Object.fromEntries(kind.names.map((name) => [name, named[name] ?? ''])),
    kdf: KDF,
    iterations: ITERATIONS,
    salt: base64urlEncode(salt),
    iv: base64urlEncode(iv),
    sealed: base64urlEncode(new Uint8Array(sealed)),
  });
};

export interface OpenedFile {
  readonly named: Readonly<Record<string, string>>;
  readonly secret: JsonObject;
}

/** Throws `key-file-malformed`, or `passphrase-wrong`, which a changed file says too. */
export const openPassphraseFile = async (
  kind: PassphraseFileKind,
  text: string,
  passphrase: string,
): Promise<OpenedFile> => {
  const { named, iterations, salt, iv, sealed } = readFile(kind, text);
  try {
    const key = await stretch(passphrase, salt, iterations);
    const plain = await crypto.subtle.decrypt(gcm(iv, kind, named), key, sealed);
    return { named, secret: parseStrictJsonObject(utf8Decode(new Uint8Array(plain)), MAX_LENGTH) };
  } catch {
    throw new SdkError('passphrase-wrong');
  }
};

const readFile = ({ type, names }: PassphraseFileKind, text: string) => {
  try {
    const json = parseStrictJsonObject(text.trim(), MAX_LENGTH);
    const { v, iterations, salt, iv, sealed } = json;
    const isOurs = v === 0 && json.type === type && json.kdf === KDF;
    const isCostly = typeof iterations === 'number' && iterations >= ITERATIONS && iterations <= MAX_ITERATIONS;
    const members = ['v', 'type', ...names, 'kdf', 'iterations', 'salt', 'iv', 'sealed'];
    const isNamed = names.every((name) => typeof json[name] === 'string');
    if (isOurs && isCostly && isNamed && Object.keys(json).join() === members.join()) {
      const named = Object.fromEntries(names.map((name) => [name, String(json[name])]));
      return { named, iterations, salt: bytesOf(salt), iv: bytesOf(iv), sealed: bytesOf(sealed) };
    }
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

const gcm = (
  iv: Uint8Array<ArrayBuffer>,
  { label, names }: PassphraseFileKind,
  named: Readonly<Record<string, string>>,
) => {
  const bound = [label, ...names.map((name) => named[name] ?? '')].join('\n');
  return { name: 'AES-GCM', iv, additionalData: utf8Encode(bound) as Uint8Array<ArrayBuffer> };
};

const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => base64urlDecode(String(value)) as Uint8Array<ArrayBuffer>;

const randomBytes = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
