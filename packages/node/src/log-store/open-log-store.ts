import { join } from 'node:path';
import { leafHash, parseTilePath, rootFromReader, TILE_WIDTH, type TilePlace } from '@minglu/protocol';
import { nativeHash } from '../crypto/native-hash.ts';
import { diskFileSystem } from '../store/disk-file-system.ts';
import type { FileSystem } from '../store/file-system.ts';
import { StoreError } from '../store/store-error.ts';
import { writeFileDurably } from '../store/write-file-durably.ts';
import { AttachmentFiles } from './attachment-files.ts';
import { EntryBundles } from './entry-bundles.ts';
import { HashTiles } from './hash-tiles.ts';
import type { AttachmentKind, LogEntry, LogStore } from './log-store.ts';
import { damagedBundle } from './packed-bundle.ts';
import { PendingFiles } from './pending-files.ts';
import { decodeTail, encodeTail, type LogTail } from './tail-file.ts';

export interface LogStoreOptions {
  readonly directory: string;
  readonly fileSystem?: FileSystem;
  /** Full tiles kept in memory, 16 KB each. */
  readonly tilesInMemory?: number;
}

export const TAIL_FILE = 'tail';
const EMPTY: LogTail = { size: 0, rows: [], entries: [], attachmentsEnd: 0 };

/** Opens a log on disk at the size of its last sync; an absent directory is an empty log. */
export async function openLogStore(options: LogStoreOptions): Promise<LogStore> {
  const { directory, fileSystem = diskFileSystem } = options;
  const file = join(directory, TAIL_FILE);
  const bytes = await fileSystem.readFile(file);
  if (bytes !== undefined) return new DiskLogStore(options, decodeTail(bytes, file));
  await fileSystem.makeDirectory(directory);
  const names = await fileSystem.list(directory);
  if (names.some((name) => name !== `${TAIL_FILE}.tmp`)) {
    throw new StoreError('damaged', { file, offset: 0, remedy: 'the tail is gone: bring back the newest backup' });
  }
  await writeFileDurably(fileSystem, file, encodeTail(EMPTY));
  return new DiskLogStore(options, EMPTY);
}

class DiskLogStore implements LogStore {
  readonly #tailFile: string;
  readonly #fileSystem: FileSystem;
  readonly #pending: PendingFiles;
  readonly #tiles: HashTiles;
  readonly #bundles: EntryBundles;
  readonly #attachments: AttachmentFiles;
  #durableSize: number;
  #syncing: Promise<unknown> = Promise.resolve();
  #failure: unknown;
  #isClosed = false;

  constructor({ directory, fileSystem = diskFileSystem, tilesInMemory = 2048 }: LogStoreOptions, tail: LogTail) {
    this.#tailFile = join(directory, TAIL_FILE);
    this.#fileSystem = fileSystem;
    this.#pending = new PendingFiles(directory, fileSystem);
    const files = { directory, fileSystem, pending: this.#pending };
    this.#tiles = new HashTiles({ ...files, tilesInMemory }, tail.size, tail.rows);
    this.#bundles = new EntryBundles(files, tail.size, tail.entries);
    this.#attachments = new AttachmentFiles(directory, fileSystem, { size: tail.size, end: tail.attachmentsEnd });
    this.#durableSize = tail.size;
  }

  size(): number {
    return this.#tiles.size;
  }

  durableSize(): number {
    return this.#durableSize;
  }

  append(entries: readonly LogEntry[]): void {
    this.#refuseIfStopped();
    for (const { bytes, attachments } of entries) {
      if (attachments !== undefined) this.#attachments.add(this.size(), attachments);
      this.#bundles.append(bytes);
      this.#tiles.append(leafHash(bytes, nativeHash));
    }
  }

  readonly hashes = (level: number, index: number): Uint8Array => this.#tiles.hash(level, index);

  root(size: number = this.size()): Uint8Array {
    return rootFromReader(size, this.hashes, nativeHash);
  }

  async entry(index: number): Promise<Uint8Array> {
    this.#checkIndex(index);
    const entry = await this.#bundles.entry(index);
    if (Buffer.compare(leafHash(entry, nativeHash), this.hashes(0, index)) !== 0) {
      throw damagedBundle(`tile/entries, entry ${index}`);
    }
    return entry;
  }

  async findFile(path: string, size: number): Promise<Uint8Array | undefined> {
    const place = findPlace(path);
    if (place === undefined || size > this.size()) return undefined;
    const perHash = place.kind === 'entries' ? 1 : TILE_WIDTH ** place.level;
    if (place.index * TILE_WIDTH + place.width > Math.floor(size / perHash)) return undefined;
    if (place.kind === 'entries') return this.#bundles.bundle(place.index, place.width);
    return this.#tiles.row(place.level, place.index, place.width);
  }

  async findAttachment(kind: AttachmentKind, index: number): Promise<string | undefined> {
    this.#checkIndex(index);
    if (index >= this.#durableSize) return this.#attachments.findPending(kind, index);
    return this.#attachments.find(kind, index);
  }

  async eraseAttachment(kind: AttachmentKind, index: number): Promise<void> {
    if (index >= this.#durableSize) throw new StoreError('out-of-order', { index, expected: 'sync' });
    await this.#exclusively(() => this.#attachments.erase(kind, index));
  }

  async sync(): Promise<number> {
    return this.#exclusively(() => this.#sync());
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#syncing;
  }

  async #sync(): Promise<number> {
    const size = this.size();
    if (size === this.#durableSize) return size;
    const [rows, entries] = [this.#tiles.partialRows(), this.#bundles.partial()];
    const files = this.#pending.sync();
    const [attachmentsEnd] = await Promise.all([this.#attachments.sync(size), files]);
    // Last: what the tail speaks of is all there.
    await writeFileDurably(this.#fileSystem, this.#tailFile, encodeTail({ size, rows, entries, attachmentsEnd }));
    this.#durableSize = size;
    this.#attachments.settle(size);
    return size;
  }

  /** One writer of files at a time; after a failed one there is none. */
  #exclusively<Result>(action: () => Promise<Result>): Promise<Result> {
    this.#refuseIfStopped();
    const done = this.#syncing.then(async () => {
      if (this.#failure !== undefined) throw this.#halted();
      try {
        return await action();
      } catch (error) {
        this.#failure = error;
        throw error;
      }
    });
    this.#syncing = done.catch(() => {});
    return done;
  }

  #checkIndex(index: number): void {
    const isThere = Number.isSafeInteger(index) && index >= 0 && index < this.size();
    if (!isThere) throw new StoreError('out-of-range', { index, size: this.size() });
  }

  #halted(): StoreError {
    return new StoreError('halted', { file: this.#tailFile }, this.#failure);
  }

  #refuseIfStopped(): void {
    if (this.#failure !== undefined) throw this.#halted();
    if (this.#isClosed) throw new StoreError('closed', { file: this.#tailFile });
  }
}

function findPlace(path: string): TilePlace | undefined {
  try {
    return parseTilePath(path);
  } catch {
    return undefined;
  }
}
