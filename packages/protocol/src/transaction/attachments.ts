import { isJsonObject, type JsonObject, type JsonValue } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';

/** Attachments of one case. */
export const MAX_ATTACHMENTS = 8;
/** Bytes of one object, ciphertext and all that belongs to it. */
export const MAX_OBJECT_BYTES = 4_194_304;

/** A document that a case names and the vault keeps: its ciphertext's name, and what it is once it is opened. */
export interface Attachment {
  /** What it shows, e.g. `premises`. */
  readonly kind: string;
  /** SHA-256 of the ciphertext, in hex: what `sha256sum` says of the file. */
  readonly digest: string;
  /** Length of the ciphertext. */
  readonly bytes: number;
  /** Of the plaintext, as whoever sealed it says. */
  readonly mediaType: string;
}

const KIND = /^[a-z][a-z0-9-]{0,31}$/;
const DIGEST = /^[0-9a-f]{64}$/;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]{1,60}$/;

/**
 * The list under `attachments` in a sidecar's `plain`; none where there is no such member. The transaction commits to
 * the sidecar, so nobody can put another document in its place. Throws `attachment-list`.
 */
export function parseAttachments(plain: JsonObject): readonly Attachment[] {
  const list = plain.attachments;
  if (list === undefined) return [];
  if (!Array.isArray(list) || list.length > MAX_ATTACHMENTS) throw new ProtocolError('attachment-list');
  return (list as readonly JsonValue[]).map(parseAttachment);
}

function parseAttachment(value: JsonValue, index: number): Attachment {
  if (!isJsonObject(value)) throw new ProtocolError('attachment-list', { index });
  const { kind, digest, bytes, mediaType } = value;
  const isWhole = Object.keys(value).join() === 'kind,digest,bytes,mediaType';
  const isSized = typeof bytes === 'number' && bytes > 0 && bytes <= MAX_OBJECT_BYTES;
  if (!isWhole || !isSized || !isText(kind, KIND) || !isText(digest, DIGEST) || !isText(mediaType, MEDIA_TYPE))
    throw new ProtocolError('attachment-list', { index });
  return { kind, digest, bytes, mediaType };
}

function isText(value: JsonValue | undefined, form: RegExp): value is string {
  return typeof value === 'string' && form.test(value);
}
