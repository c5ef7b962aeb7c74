import {
  type Attachment,
  formatStrictJson,
  isJsonObject,
  type JsonObject,
  parseStrictJsonObject,
} from '@minglu/protocol';
import { seal } from '../envelope/seal.ts';
import { SdkError } from '../sdk-error.ts';
import { digestOf, openBytes, sealBytes } from './content-key.ts';

/** An attachment with the key that opens it: for the person's own devices, never for a server. */
export interface OwnAttachment extends Attachment {
  readonly key: string;
}

export interface SealedAttachment {
  readonly attachment: OwnAttachment;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
}

/** Seals a document under a key of its own; the ciphertext is what the vault gets. */
export const sealAttachment = async (
  kind: string,
  mediaType: string,
  plaintext: Uint8Array,
): Promise<SealedAttachment> => {
  const { ciphertext, digest, key } = await sealBytes(plaintext, contextOf(kind, mediaType));
  return { ciphertext, attachment: { kind, digest, bytes: ciphertext.length, mediaType, key } };
};

/**
 * The document, from bytes that a server gave. Throws `attachment-changed` when they are not those that were named,
 * `attachment-unreadable` when they do not open, or are not of the kind that is said.
 */
export const openAttachment = async (
  { kind, digest, mediaType, key }: Omit<OwnAttachment, 'bytes'>,
  ciphertext: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> => {
  if ((await digestOf(ciphertext)) !== digest) throw new SdkError('attachment-changed');
  const plaintext = await openBytes(key, ciphertext, contextOf(kind, mediaType));
  if (!isOf(mediaType, plaintext)) throw new SdkError('attachment-unreadable');
  return plaintext;
};

/** What the transaction commits to: no key among it. */
export const nameAttachments = (attachments: readonly OwnAttachment[]): JsonObject[] =>
  attachments.map(({ kind, digest, bytes, mediaType }) => ({ kind, digest, bytes, mediaType }));

/** The keys, sealed to one office: compact JWE for the sidecar's `sealed`. */
export const sealContentKeys = (attachments: readonly OwnAttachment[], officeJwk: JsonObject): Promise<string> =>
  seal(formatStrictJson({ keys: Object.fromEntries(attachments.map(({ digest, key }) => [digest, key])) }), officeJwk);

/** Keys by digest, from the text that the office's process opened. Throws `attachment-unreadable`. */
export const parseContentKeys = (text: string): Readonly<Record<string, string>> => {
  try {
    const { keys } = parseStrictJsonObject(text);
    if (isJsonObject(keys) && Object.values(keys).every((key) => typeof key === 'string'))
      return keys as Readonly<Record<string, string>>;
  } catch {
    // falls through: what cannot be read holds no keys
  }
  throw new SdkError('attachment-unreadable');
};

const contextOf = (kind: string, mediaType: string): string => `minglu attachment v0\n${kind}\n${mediaType}`;

/** First bytes of what pages show. An applicant may seal anything, a page with scripts too: only these are ever shown. */
const MARKS: Readonly<Record<string, string>> = { 'image/jpeg': '\xff\xd8\xff', 'application/pdf': '%PDF-' };

const isOf = (mediaType: string, bytes: Uint8Array): boolean => {
  const mark = MARKS[mediaType];
  return mark !== undefined && [...mark].every((character, at) => bytes[at] === character.charCodeAt(0));
};
