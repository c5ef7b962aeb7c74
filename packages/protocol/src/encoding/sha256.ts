import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { ProtocolError } from '../errors.ts';
import { utf8Encode } from './utf8.ts';

/**
 * A hash of 32 bytes. Wherever one is accepted, it must be SHA-256; a server passes its native one. It must have read
 * its input when it returns: the bytes may be lent.
 */
export interface HashFunction {
  (bytes: Uint8Array): Uint8Array;
  /** The same of a well-formed text's UTF-8 bytes, by a host that need not lay them out here first. */
  readonly ofText?: (text: string) => Uint8Array;
}

/** SHA-256 (FIPS 180-4) in plain JavaScript. */
export const sha256: HashFunction = (bytes) => nobleSha256(bytes);

/** The hash of the UTF-8 bytes of `text`. Throws `text-not-well-formed`. */
export function hashText(text: string, hash: HashFunction): Uint8Array {
  if (hash.ofText === undefined) return hash(utf8Encode(text));
  if (!text.isWellFormed()) throw new ProtocolError('text-not-well-formed');
  return hash.ofText(text);
}
