import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import { ProtocolError } from '../errors.ts';
import type { HashReader } from './hash-reader.ts';
import { emptyRoot, nodeHash } from './merkle-hash.ts';

/** The tree of the first `size` leaves. Many paths can be asked of one; its right edge is hashed once. */
export interface TreeView {
  readonly size: number;
  readonly root: Uint8Array;
  /** RFC 6962 section 2.1.1, from the leaf's sibling up. Throws `merkle-range` unless 0 ≤ index < size. */
  inclusionPath(index: number): Uint8Array[];
  /** RFC 6962 section 2.1.2; empty for size 0 and for the whole. Throws `merkle-range` unless 0 ≤ oldSize ≤ size. */
  consistencyPath(oldSize: number): Uint8Array[];
}

/** One of the complete subtrees that a tree's size is the sum of, from the left; they shrink. */
interface Peak {
  readonly start: number;
  readonly level: number;
  readonly hash: Uint8Array;
}

/**
 * A view of the tree of `size` leaves over the complete subtrees that `reader` knows.
 *
 * A tree whose size is no power of two is ragged only along its right edge: everything else is a complete subtree,
 * which never changes. The edge (at most 53 hashes) is computed here once; a path is then reads alone.
 */
export function treeAt(size: number, reader: HashReader, hash: HashFunction = sha256): TreeView {
  if (!Number.isSafeInteger(size) || size < 0) throw new ProtocolError('merkle-range', { size });
  const peaks = peaksOf(size, reader);
  const edges = edgesOf(peaks, hash);
  return {
    size,
    root: edges[0] ?? emptyRoot(),
    inclusionPath: (index) => {
      if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
        throw new ProtocolError('merkle-range', { index, size });
      }
      return inclusion(peaks, edges, reader, index);
    },
    consistencyPath: (oldSize) => {
      if (!Number.isSafeInteger(oldSize) || oldSize < 0 || oldSize > size) {
        throw new ProtocolError('merkle-range', { oldSize, size });
      }
      return oldSize === 0 || oldSize === size ? [] : consistency(peaks, edges, reader, oldSize);
    },
  };
}

function peaksOf(size: number, reader: HashReader): Peak[] {
  const peaks: Peak[] = [];
  let start = 0;
  for (let level = 52; level >= 0; level--) {
    const width = 2 ** level;
    if (size - start < width) continue;
    peaks.push({ start, level, hash: reader(level, start / width) });
    start += width;
  }
  return peaks;
}

/** edges[k] is the hash over the k-th peak and all to its right; edges[0] is the root. */
function edgesOf(peaks: readonly Peak[], hash: HashFunction): Uint8Array[] {
  const edges: Uint8Array[] = [];
  let edge: Uint8Array | undefined;
  for (const peak of peaks.toReversed()) {
    edge = edge === undefined ? peak.hash : nodeHash(peak.hash, edge, hash);
    edges.push(edge);
  }
  return edges.reverse();
}

function inclusion(peaks: readonly Peak[], edges: readonly Uint8Array[], reader: HashReader, index: number) {
  const path: Uint8Array[] = [];
  const at = peaks.findLastIndex((peak) => peak.start <= index);
  climb(path, reader, { level: 0, index }, peaks[at]?.level ?? 0);
  pushEdges(path, peaks, edges, at);
  return path;
}

/**
 * SUBPROOF of RFC 6962 unrolled: the largest complete subtree that ends the old tree stands where an inclusion path
 * has its leaf. Its own hash comes first, unless it is the whole of the old tree and so known to the reader.
 */
function consistency(peaks: readonly Peak[], edges: readonly Uint8Array[], reader: HashReader, oldSize: number) {
  const path: Uint8Array[] = [];
  let level = 0;
  let index = oldSize - 1;
  while (index % 2 === 1) {
    index = (index - 1) / 2;
    level += 1;
  }
  const at = peaks.findLastIndex((peak) => peak.start < oldSize);
  if (index !== 0) path.push(reader(level, index));
  climb(path, reader, { level, index }, peaks[at]?.level ?? 0);
  pushEdges(path, peaks, edges, at);
  return path;
}

/** The siblings from the node (level, index) up to just below the level `top`. */
function climb(path: Uint8Array[], reader: HashReader, node: { level: number; index: number }, top: number): void {
  let { index } = node;
  for (let level = node.level; level < top; level++) {
    const odd = index % 2;
    path.push(reader(level, odd === 1 ? index - 1 : index + 1));
    index = (index - odd) / 2;
  }
}

/** From the peak `at` to the root: what stands to its right as one hash, then the peaks to its left, nearest first. */
function pushEdges(path: Uint8Array[], peaks: readonly Peak[], edges: readonly Uint8Array[], at: number): void {
  const right = edges[at + 1];
  if (right !== undefined) path.push(right);
  for (let left = at - 1; left >= 0; left--) path.push((peaks[left] as Peak).hash);
}
