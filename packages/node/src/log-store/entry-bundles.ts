import { join } from 'node:path';
import { decodeEntryBundle, encodeEntryBundle, entriesPath, TILE_WIDTH } from '@minglu/protocol';
import { Lru } from '../crypto/lru.ts';
import type { FileSystem } from '../store/file-system.ts';
import { damagedBundle, expandBundle } from './packed-bundle.ts';
import type { PendingFiles } from './pending-files.ts';

const BUNDLES_IN_MEMORY = 64;

export interface EntryBundlesOptions {
  readonly directory: string;
  readonly fileSystem: FileSystem;
  readonly pending: PendingFiles;
}

/** Entries: the bundle being filled in memory, full ones as packed files. */
export class EntryBundles {
  readonly #options: EntryBundlesOptions;
  readonly #recent = new Lru<number, readonly Uint8Array[]>(BUNDLES_IN_MEMORY);
  #index: number;
  #entries: Uint8Array[];

  constructor(options: EntryBundlesOptions, size: number, entries: readonly Uint8Array[]) {
    this.#options = options;
    this.#index = Math.floor(size / TILE_WIDTH);
    this.#entries = [...entries];
  }

  /** The entries after the last full bundle. */
  partial(): readonly Uint8Array[] {
    return [...this.#entries];
  }

  append(entry: Uint8Array): void {
    this.#entries.push(entry);
    if (this.#entries.length < TILE_WIDTH) return;
    this.#options.pending.add(entriesPath(this.#index), encodeEntryBundle(this.#entries), { isPacked: true });
    this.#recent.put(this.#index, this.#entries);
    this.#index += 1;
    this.#entries = [];
  }

  /** The caller has checked that there is such an entry. */
  async entry(index: number): Promise<Uint8Array> {
    const bundle = Math.floor(index / TILE_WIDTH);
    const entries = bundle === this.#index ? this.#entries : await this.#full(bundle);
    return entries[index % TILE_WIDTH] as Uint8Array;
  }

  /** The first `width` entries of a bundle as published. */
  async bundle(index: number, width: number): Promise<Uint8Array> {
    if (index === this.#index) return encodeEntryBundle(this.#entries.slice(0, width));
    if (width === TILE_WIDTH) return this.#bytes(index);
    return encodeEntryBundle((await this.#full(index)).slice(0, width));
  }

  async #full(bundle: number): Promise<readonly Uint8Array[]> {
    const known = this.#recent.find(bundle);
    if (known !== undefined) return known;
    const entries = decode(await this.#bytes(bundle), this.#path(bundle));
    this.#recent.put(bundle, entries);
    return entries;
  }

  async #bytes(bundle: number): Promise<Uint8Array> {
    const pending = this.#options.pending.find(entriesPath(bundle));
    if (pending !== undefined) return pending;
    const packed = await this.#options.fileSystem.readFile(this.#path(bundle));
    if (packed === undefined) throw damagedBundle(this.#path(bundle));
    return expandBundle(packed, this.#path(bundle));
  }

  #path(bundle: number): string {
    return join(this.#options.directory, entriesPath(bundle));
  }
}

function decode(bytes: Uint8Array, file: string): readonly Uint8Array[] {
  try {
    const entries = decodeEntryBundle(bytes);
    if (entries.length === TILE_WIDTH) return entries;
  } catch (error) {
    throw damagedBundle(file, error);
  }
  throw damagedBundle(file);
}
