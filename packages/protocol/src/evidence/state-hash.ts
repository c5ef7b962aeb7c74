import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import { utf8Encode } from '../encoding/utf8.ts';

/** Bits of a path, and the deepest that a subtree can stand. */
export const STATE_DEPTH = 256;

/** Root of the empty state, and of every empty subtree: 32 zero bytes. A new array each time. */
export function emptyState(): Uint8Array {
  return new Uint8Array(32);
}

/** Where a key stands in the state tree: SHA-256 of its UTF-8 bytes, most significant bit first. */
export function statePath(key: string, hash: HashFunction = sha256): Uint8Array {
  return hash(utf8Encode(key));
}

export function stateValueHash(value: string, hash: HashFunction = sha256): Uint8Array {
  return hash(utf8Encode(value));
}

/** Hash of a subtree with exactly one leaf, at whatever depth: SHA-256(0x00 ‖ path ‖ SHA-256(value)). */
export function stateLeafHash(path: Uint8Array, valueHash: Uint8Array, hash: HashFunction = sha256): Uint8Array {
  return hash(prefixed(0, path, valueHash));
}

/** Hash of a subtree with two leaves or more: SHA-256(0x01 ‖ left ‖ right). */
export function stateNodeHash(left: Uint8Array, right: Uint8Array, hash: HashFunction = sha256): Uint8Array {
  return hash(prefixed(1, left, right));
}

/** Bit `depth` of a path: 0 goes left, 1 right. */
export function stateBit(path: Uint8Array, depth: number): 0 | 1 {
  return (((path[depth >> 3] ?? 0) >> (7 - (depth & 7))) & 1) === 1 ? 1 : 0;
}

function prefixed(prefix: 0 | 1, first: Uint8Array, second: Uint8Array): Uint8Array {
  const message = new Uint8Array(65);
  message[0] = prefix;
  message.set(first, 1);
  message.set(second, 33);
  return message;
}
