import { dirname } from 'node:path';
import type { FileSystem, OpenFile } from '@minglu/node';

export interface FileContent {
  /** At least `size` of them. */
  bytes: Buffer;
  size: number;
  /** Nobody else holds these bytes. */
  isOwn: boolean;
}

/** A file of a disk in memory. Its number outlives its names. */
export interface MemoryFile extends FileContent {
  readonly number: number;
}

/** Who listens to what a process does to its disk. */
export interface DiskListener {
  created?(path: string, file: number): void;
  written?(file: number, position: number, bytes: Uint8Array): void;
  truncated?(file: number, size: number): void;
  /** Called when the sync begins; what it returns is called when it ends. */
  syncing?(file: number): () => void;
  renamed?(from: string, to: string): void;
  unlinked?(path: string): void;
  directoryMade?(path: string): void;
  directorySyncing?(path: string): () => void;
}

/** A whole disk in memory behind the node's own port: quick enough to be cut, damaged and opened some thousand times. */
export class MemoryDisk implements FileSystem {
  readonly files = new Map<string, MemoryFile>();
  readonly directories = new Set<string>();
  readonly #listener: DiskListener;
  #next = 0;

  constructor(files: Iterable<readonly [string, Buffer]> = [], listener: DiskListener = {}) {
    this.#listener = listener;
    for (const [path, bytes] of files) this.#add(path, bytes);
  }

  async open(path: string, mode: 'read' | 'write' | 'create'): Promise<OpenFile> {
    const known = this.files.get(path);
    if (known !== undefined && mode === 'create') throw Object.assign(new Error('EEXIST'), { code: 'EEXIST' });
    if (known === undefined && mode === 'read') throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    if (known !== undefined) return this.#opened(known);
    const file = this.#add(path, Buffer.alloc(0));
    this.#listener.created?.(path, file.number);
    return this.#opened(file);
  }

  async readFile(path: string): Promise<Uint8Array | undefined> {
    return this.readFileNow(path);
  }

  /** A view, not a copy: the node never writes into what it has read. */
  readFileNow(path: string): Uint8Array | undefined {
    const file = this.files.get(path);
    return file?.bytes.subarray(0, file.size);
  }

  async rename(from: string, to: string): Promise<void> {
    const file = this.files.get(from);
    if (file === undefined) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    this.files.delete(from);
    this.files.set(to, file);
    this.#listener.renamed?.(from, to);
  }

  async unlink(path: string): Promise<void> {
    this.files.delete(path);
    this.#listener.unlinked?.(path);
  }

  async list(directory: string): Promise<readonly string[]> {
    const names = new Set<string>();
    for (const path of [...this.files.keys(), ...this.directories]) {
      if (path.startsWith(`${directory}/`)) names.add(path.slice(directory.length + 1).split('/')[0] ?? '');
    }
    return [...names];
  }

  async makeDirectory(directory: string): Promise<void> {
    for (let at = directory; at !== '/' && !this.directories.has(at); at = dirname(at)) {
      this.directories.add(at);
      this.#listener.directoryMade?.(at);
    }
  }

  async syncDirectory(directory: string): Promise<void> {
    const done = this.#listener.directorySyncing?.(directory);
    await Promise.resolve();
    done?.();
  }

  async findSize(path: string): Promise<number | undefined> {
    return this.files.get(path)?.size;
  }

  #add(path: string, bytes: Buffer): MemoryFile {
    const file = { number: this.#next++, bytes, size: bytes.length, isOwn: false };
    this.files.set(path, file);
    for (let at = dirname(path); at !== dirname(at); at = dirname(at)) this.directories.add(at);
    return file;
  }

  #opened(file: MemoryFile): OpenFile {
    const { number } = file;
    return {
      write: async (bytes, position) => {
        this.#listener.written?.(number, position, bytes);
        writeInto(file, bytes, position);
      },
      read: async (position, length) =>
        Buffer.from(file.bytes.subarray(Math.min(position, file.size), Math.min(position + length, file.size))),
      truncate: async (size) => {
        this.#listener.truncated?.(number, size);
        truncateTo(file, size);
      },
      size: async () => file.size,
      datasync: async () => {
        const done = this.#listener.syncing?.(number);
        await Promise.resolve();
        done?.();
      },
      close: async () => {},
    };
  }
}

/** Grows by doubling, into bytes of its own: what it began with may be shared. */
export function writeInto(file: FileContent, bytes: Uint8Array, position: number): void {
  const end = position + bytes.length;
  if (!file.isOwn || end > file.bytes.length) {
    const own = Buffer.alloc(end > file.bytes.length ? Math.max(end, 2 * file.bytes.length) : file.bytes.length);
    file.bytes.copy(own, 0, 0, file.size);
    file.bytes = own;
    file.isOwn = true;
  }
  file.bytes.set(bytes, position);
  file.size = Math.max(file.size, end);
}

export function truncateTo(file: FileContent, size: number): void {
  const own = Buffer.alloc(size);
  file.bytes.copy(own, 0, 0, Math.min(size, file.size));
  file.bytes = own;
  file.size = size;
  file.isOwn = true;
}
