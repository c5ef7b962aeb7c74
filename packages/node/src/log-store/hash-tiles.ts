import { join } from 'node:path';
import { TILE_WIDTH, tilePath } from '@minglu/protocol';
import { Lru } from '../crypto/lru.ts';
import type { FileSystem } from '../store/file-system.ts';
import { StoreError } from '../store/store-error.ts';
import { HashTile, TILE_LEVELS } from './hash-tile.ts';
import type { PendingFiles } from './pending-files.ts';
import { RightEdge } from './right-edge.ts';

export interface HashTilesOptions {
  readonly directory: string;
  readonly fileSystem: FileSystem;
  readonly pending: PendingFiles;
  /** Full tiles kept in memory, 16 KB each. */
  readonly tilesInMemory: number;
}

/** The log's hashes: the right edge in memory, full tiles as files. */
export class HashTiles {
  readonly #options: HashTilesOptions;
  readonly #edge: RightEdge;
  readonly #recent: Lru<string, HashTile>;

  constructor(options: HashTilesOptions, size: number, rows: readonly Uint8Array[]) {
    this.#options = options;
    this.#edge = new RightEdge(size, rows);
    this.#recent = new Lru(options.tilesInMemory);
  }

  get size(): number {
    return this.#edge.size;
  }

  append(leaf: Uint8Array): void {
    for (const { level, index, tile } of this.#edge.append(leaf)) {
      const path = tilePath(level, index);
      this.#options.pending.add(path, tile.row(TILE_WIDTH), { isPacked: false });
      this.#recent.put(path, tile);
    }
  }

  /** The lowest rows of the partial tiles, from level 0 up. */
  partialRows(): Uint8Array[] {
    return this.#edge.rows();
  }

  /** As `HashReader`. Throws `out-of-range` for a subtree that is not complete. */
  hash(level: number, index: number): Uint8Array {
    const row = level % TILE_LEVELS;
    const tileLevel = (level - row) / TILE_LEVELS;
    const perTile = TILE_WIDTH / 2 ** row;
    const tileIndex = Math.floor(index / perTile);
    if ((index + 1) * 2 ** level > this.size) throw new StoreError('out-of-range', { level, index, size: this.size });
    const found = this.#tile(tileLevel, tileIndex).find(row, index - tileIndex * perTile);
    if (found === undefined) throw new StoreError('out-of-range', { level, index, size: this.size });
    return found;
  }

  /** The first `width` hashes of a tile as published; the caller has checked that there are so many. */
  row(level: number, index: number, width: number): Uint8Array {
    return this.#tile(level, index).row(width);
  }

  #tile(level: number, index: number): HashTile {
    const edge = this.#edge.find(level, index);
    if (edge !== undefined) return edge;
    const path = tilePath(level, index);
    const known = this.#recent.find(path);
    if (known !== undefined) return known;
    const tile = this.#read(path);
    // Up to the right edge, which is under a checksum: a tile changed on disk is found before a proof is made of it.
    const root = tile.root();
    if (root === undefined || Buffer.compare(root, this.hash((level + 1) * TILE_LEVELS, index)) !== 0) {
      throw this.#damaged(path);
    }
    this.#recent.put(path, tile);
    return tile;
  }

  #read(path: string): HashTile {
    const { directory, fileSystem, pending } = this.#options;
    const bytes = pending.find(path) ?? fileSystem.readFileNow(join(directory, path));
    if (bytes === undefined || bytes.length !== TILE_WIDTH * 32) throw this.#damaged(path);
    return HashTile.of(bytes);
  }

  #damaged(path: string): StoreError {
    const file = join(this.#options.directory, path);
    return new StoreError('damaged', { file, remedy: 'run fsck; this file can be made again from the entry bundles' });
  }
}
