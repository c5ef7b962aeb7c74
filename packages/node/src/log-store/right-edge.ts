import { TILE_WIDTH } from '@minglu/protocol';
import { HashTile } from './hash-tile.ts';

export interface FullTile {
  readonly level: number;
  readonly index: number;
  readonly tile: HashTile;
}

/** The tiles that are being filled, one a level. A new leaf is one hash and, amortised, one node. */
export class RightEdge {
  readonly #tiles: HashTile[];
  #size: number;

  /** `rows`: the lowest rows of the partial tiles from level 0 up, as `rows()` gave them. */
  constructor(size: number, rows: readonly Uint8Array[]) {
    this.#size = size;
    this.#tiles = rows.map((row) => HashTile.of(row));
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a leaf hash; answers the tiles it filled. */
  append(leaf: Uint8Array): FullTile[] {
    const filled: FullTile[] = [];
    let hash: Uint8Array | undefined = leaf;
    for (let level = 0; hash !== undefined; level++) {
      const tile = this.#tileAt(level);
      hash = tile.push(hash);
      if (hash === undefined) break;
      filled.push({ level, index: Math.floor(this.#size / TILE_WIDTH ** (level + 1)), tile });
      this.#tiles[level] = new HashTile();
    }
    this.#size += 1;
    return filled;
  }

  /** The tile being filled at this level, if it is the one with this index. */
  find(level: number, index: number): HashTile | undefined {
    return index === Math.floor(this.#size / TILE_WIDTH ** (level + 1)) ? this.#tiles[level] : undefined;
  }

  rows(): Uint8Array[] {
    return this.#tiles.map((tile) => tile.row(tile.width));
  }

  #tileAt(level: number): HashTile {
    const known = this.#tiles[level];
    if (known !== undefined) return known;
    const made = new HashTile();
    this.#tiles[level] = made;
    return made;
  }
}
