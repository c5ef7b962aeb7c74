import { nodeHash, TILE_WIDTH } from '@minglu/protocol';
import { nativeHash } from '../crypto/native-hash.ts';

const HASH_BYTES = 32;
/** Levels inside a tile; the root of a full one belongs to the tile above. */
export const TILE_LEVELS = 8;

/**
 * A tile with all complete subtrees inside it: a published tile holds its lowest row only, and without the rows above
 * each sibling of a path would cost up to 127 hashes.
 */
export class HashTile {
  /** Row after row: 256 hashes, 128, … 2. */
  readonly #bytes = new Uint8Array(HASH_BYTES * (2 * TILE_WIDTH - 2));
  #width = 0;

  static of(row: Uint8Array): HashTile {
    const tile = new HashTile();
    for (let at = 0; at < row.length; at += HASH_BYTES) tile.push(row.subarray(at, at + HASH_BYTES));
    return tile;
  }

  get width(): number {
    return this.#width;
  }

  /** Adds a hash to the lowest row; answers the root when that filled the tile. */
  push(hash: Uint8Array): Uint8Array | undefined {
    let [node, index] = [hash, this.#width];
    this.#put(0, index, node);
    this.#width += 1;
    for (let row = 0; index % 2 === 1; row++) {
      node = nodeHash(this.#view(row, index - 1), node, nativeHash);
      index = (index - 1) / 2;
      if (row + 1 === TILE_LEVELS) return node;
      this.#put(row + 1, index, node);
    }
    return undefined;
  }

  /** A copy of the hash of the `index`-th complete subtree of 2^row of the tile's hashes. */
  find(row: number, index: number): Uint8Array | undefined {
    return (index + 1) * 2 ** row > this.#width ? undefined : this.#view(row, index).slice();
  }

  root(): Uint8Array | undefined {
    if (this.#width < TILE_WIDTH) return undefined;
    return nodeHash(this.#view(TILE_LEVELS - 1, 0), this.#view(TILE_LEVELS - 1, 1), nativeHash);
  }

  /** The first `width` hashes of the lowest row, as published. */
  row(width: number): Uint8Array {
    return this.#bytes.slice(0, width * HASH_BYTES);
  }

  #put(row: number, index: number, hash: Uint8Array): void {
    this.#bytes.set(hash, offsetOf(row, index));
  }

  #view(row: number, index: number): Uint8Array {
    const at = offsetOf(row, index);
    return this.#bytes.subarray(at, at + HASH_BYTES);
  }
}

function offsetOf(row: number, index: number): number {
  return (2 * TILE_WIDTH - 2 ** (TILE_LEVELS + 1 - row) + index) * HASH_BYTES;
}
