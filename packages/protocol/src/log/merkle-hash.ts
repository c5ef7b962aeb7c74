import { equalBytes } from '../encoding/bytes.ts';
import { type HashFunction, hashText, sha256 } from '../encoding/sha256.ts';

/** Bytes of every hash in the log. */
export const HASH_LENGTH = 32;

/** Longest audit path that this package reads or writes: sizes are safe integers, below 2^53. */
export const MAX_PATH_LENGTH = 53;

const EMPTY_ROOT = new Uint8Array([
  0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27, 0xae, 0x41,
  0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
]);

/** Root of the tree of no leaves: SHA-256 of nothing (RFC 6962 section 2.1). A new array each time. */
export function emptyRoot(): Uint8Array {
  return EMPTY_ROOT.slice();
}

export function isEmptyRoot(root: Uint8Array): boolean {
  return equalBytes(root, EMPTY_ROOT);
}

/** Hash of a leaf (RFC 6962 section 2.1): SHA-256(0x00 ‖ entry). */
export function leafHash(entry: Uint8Array, hash: HashFunction = sha256): Uint8Array {
  const message = new Uint8Array(1 + entry.length);
  message.set(entry, 1);
  return hash(message);
}

/** As `leafHash`, of a text's UTF-8 bytes. Throws `text-not-well-formed`. */
export function leafHashOfText(text: string, hash: HashFunction): Uint8Array {
  return hashText(`\0${text}`, hash);
}

/** Hash of an inner node (RFC 6962 section 2.1): SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array, hash: HashFunction = sha256): Uint8Array {
  const message = new Uint8Array(1 + 2 * HASH_LENGTH);
  message[0] = 1;
  message.set(left, 1);
  message.set(right, 1 + HASH_LENGTH);
  return hash(message);
}
