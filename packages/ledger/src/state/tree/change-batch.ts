import type { StateTreeChange } from './state-leaf.ts';

interface Keyed {
  readonly path: Uint8Array;
  readonly valueHash: Uint8Array | null;
  /** The first 48 bits, exact in a number: nearly every comparison ends here. */
  readonly order: number;
}

/** The changes of one update, sorted by path, each path once. Positions are indices into that order. */
export class ChangeBatch {
  readonly #changes: readonly Keyed[];

  constructor(changes: Iterable<StateTreeChange>) {
    this.#changes = sortedLastOfEach(changes);
  }

  get length(): number {
    return this.#changes.length;
  }

  path(position: number): Uint8Array {
    return this.#get(position).path;
  }

  valueHash(position: number): Uint8Array | null {
    return this.#get(position).valueHash;
  }

  bit(position: number, depth: number): number {
    return bitAt(this.#get(position).path, depth);
  }

  /** First position in [low, high) whose path has a one at `depth`; all of them share the bits before. */
  split(low: number, high: number, depth: number): number {
    let from = low;
    let to = high;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.bit(middle, depth) === 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** Where `path` stands in [low, high), or -1. */
  find(path: Uint8Array, low: number, high: number): number {
    let from = low;
    let to = high;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const order = comparePaths(this.path(middle), path);
      if (order === 0) return middle;
      if (order < 0) from = middle + 1;
      else to = middle;
    }
    return -1;
  }

  #get(position: number): Keyed {
    return this.#changes[position] as Keyed;
  }
}

export function bitAt(path: Uint8Array, depth: number): number {
  return ((path[depth >>> 3] as number) >>> (7 - (depth & 7))) & 1;
}

export function comparePaths(a: Uint8Array, b: Uint8Array): number {
  for (let at = 0; at < 32; at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

function sortedLastOfEach(changes: Iterable<StateTreeChange>): Keyed[] {
  const sorted: Keyed[] = [];
  for (const [path, valueHash] of changes) sorted.push({ path, valueHash, order: first48Bits(path) });
  // Stable: among equals the last one given stays last, and is the one that counts.
  sorted.sort((a, b) => a.order - b.order || comparePaths(a.path, b.path));
  return sorted.filter((change, position) => {
    const next = sorted[position + 1];
    return next === undefined || next.order !== change.order || comparePaths(next.path, change.path) !== 0;
  });
}

function first48Bits(path: Uint8Array): number {
  const byte = (at: number) => path[at] as number;
  const high = (byte(0) << 16) | (byte(1) << 8) | byte(2);
  return high * 2 ** 24 + ((byte(3) << 16) | (byte(4) << 8) | byte(5));
}
