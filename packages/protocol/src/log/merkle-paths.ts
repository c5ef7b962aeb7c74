import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import type { HashReader } from './hash-reader.ts';
import { treeAt } from './tree-at.ts';

/** What a single path is asked of; for many of one size, keep a `treeAt`. */
export interface TreeSource {
  readonly size: number;
  readonly reader: HashReader;
  readonly hash?: HashFunction;
}

/** Root of the tree of `size` leaves (RFC 6962 section 2.1). */
export function rootFromReader(size: number, reader: HashReader, hash: HashFunction = sha256): Uint8Array {
  return treeAt(size, reader, hash).root;
}

/** Inclusion path of one leaf (RFC 6962 section 2.1.1). Throws `merkle-range`. */
export function inclusionPath(index: number, { size, reader, hash }: TreeSource): Uint8Array[] {
  return treeAt(size, reader, hash).inclusionPath(index);
}

/** Consistency path from an older size (RFC 6962 section 2.1.2). Throws `merkle-range`. */
export function consistencyPath(oldSize: number, { size, reader, hash }: TreeSource): Uint8Array[] {
  return treeAt(size, reader, hash).consistencyPath(oldSize);
}
