import { dirname } from 'node:path';
import type { FileSystem, OpenFile, OpenMode } from '../file-system.ts';
import { StoreError } from '../store-error.ts';
import {
  applyData,
  applyName,
  type DataOperation,
  type DiskOperation,
  type Inode,
  type NameOperation,
} from './disk-trace.ts';

export type Refusal = 'EIO' | 'ENOSPC';

/** A disk in memory that writes down what is done to it, and can refuse a call. */
export class TracedFileSystem implements FileSystem {
  readonly trace: DiskOperation[] = [];
  readonly #names: Map<string, Inode>;
  readonly #contents: Map<Inode, Buffer>;
  readonly #directories = new Set<string>();
  #nextInode: number;
  #calls = 0;
  #refusal: { at: number; errno: Refusal } | undefined;

  constructor(names: ReadonlyMap<string, Inode> = new Map(), contents: ReadonlyMap<Inode, Buffer> = new Map()) {
    this.#names = new Map(names);
    this.#contents = new Map(contents);
    this.#nextInode = Math.max(0, ...contents.keys()) + 1;
    for (const path of names.keys()) this.#addDirectory(dirname(path));
  }

  /** Calls that change something, so far. */
  get calls(): number {
    return this.#calls;
  }

  /** The changing call with this number (0 = the first) fails; with ENOSPC a write leaves half of its bytes. */
  refuse(at: number, errno: Refusal): void {
    this.#refusal = { at, errno };
  }

  told(what: string): void {
    this.trace.push({ kind: 'told', what });
  }

  /** Changes bytes behind everybody's back. */
  damage(path: string, change: (content: Buffer) => Buffer): void {
    const inode = this.#names.get(path) as Inode;
    this.#contents.set(inode, change(Buffer.from(this.#contents.get(inode) as Buffer)));
  }

  paths(): string[] {
    return [...this.#names.keys()].sort();
  }

  async open(path: string, mode: OpenMode): Promise<OpenFile> {
    const found = this.#names.get(path);
    if (mode === 'create' && found !== undefined) throw failure('write-failed', path, 'EEXIST');
    if (found === undefined && mode === 'read') throw failure('read-failed', path, 'ENOENT');
    if (found !== undefined) return this.#file(found, path);
    if (!this.#directories.has(dirname(path))) throw failure('write-failed', path, 'ENOENT');
    const inode = this.#nextInode;
    this.#nextInode += 1;
    this.#change({ kind: 'create', path, inode }, path);
    this.#contents.set(inode, Buffer.alloc(0));
    return this.#file(inode, path);
  }

  async readFile(path: string): Promise<Uint8Array | undefined> {
    return this.readFileNow(path);
  }

  readFileNow(path: string): Uint8Array | undefined {
    const inode = this.#names.get(path);
    return inode === undefined ? undefined : Uint8Array.from(this.#contents.get(inode) as Buffer);
  }

  async rename(from: string, to: string): Promise<void> {
    if (!this.#names.has(from)) throw failure('write-failed', from, 'ENOENT');
    this.#change({ kind: 'rename', from, to }, to);
  }

  async unlink(path: string): Promise<void> {
    if (!this.#names.has(path)) throw failure('write-failed', path, 'ENOENT');
    this.#change({ kind: 'unlink', path }, path);
  }

  async list(directory: string): Promise<readonly string[]> {
    const all = [...this.#names.keys(), ...this.#directories];
    const below = all
      .filter((path) => path.startsWith(`${directory}/`))
      .map((path) => path.slice(directory.length + 1));
    return [...new Set(below.map((path) => path.split('/')[0] as string))];
  }

  async makeDirectory(directory: string): Promise<void> {
    this.#addDirectory(directory);
  }

  async syncDirectory(path: string): Promise<void> {
    this.#refuseNow(path);
    this.trace.push({ kind: 'sync-directory', path });
  }

  async findSize(path: string): Promise<number | undefined> {
    return this.readFileNow(path)?.length;
  }

  #file(inode: Inode, path: string): OpenFile {
    const content = () => this.#contents.get(inode) as Buffer;
    return {
      write: async (bytes, position) => {
        this.#writeTo(inode, { kind: 'write', inode, position, bytes: Uint8Array.from(bytes) }, path);
      },
      truncate: async (size) => this.#writeTo(inode, { kind: 'truncate', inode, size }, path),
      read: async (position, length) => Uint8Array.from(content().subarray(position, position + length)),
      size: async () => content().length,
      datasync: async () => {
        this.#refuseNow(path);
        this.trace.push({ kind: 'sync', inode });
      },
      close: async () => {},
    };
  }

  #writeTo(inode: Inode, operation: DataOperation, path: string): void {
    try {
      this.#refuseNow(path);
    } catch (error) {
      if (operation.kind === 'write') this.#put(inode, halfOf(operation));
      throw error;
    }
    this.#put(inode, operation);
  }

  #put(inode: Inode, operation: DataOperation): void {
    this.trace.push(operation);
    this.#contents.set(inode, applyData(this.#contents.get(inode) as Buffer, operation));
  }

  #change(operation: NameOperation, path: string): void {
    this.#refuseNow(path);
    this.trace.push(operation);
    applyName(this.#names, operation);
  }

  #refuseNow(path: string): void {
    this.#calls += 1;
    if (this.#refusal === undefined || this.#calls - 1 !== this.#refusal.at) return;
    const { errno } = this.#refusal;
    throw failure(errno === 'ENOSPC' ? 'storage-full' : 'write-failed', path, errno);
  }

  #addDirectory(directory: string): void {
    for (let at = directory; at !== '.' && at !== '/'; at = dirname(at)) this.#directories.add(at);
  }
}

function halfOf(operation: Extract<DataOperation, { kind: 'write' }>): DataOperation {
  return { ...operation, bytes: operation.bytes.subarray(0, operation.bytes.length >> 1) };
}

function failure(code: 'write-failed' | 'read-failed' | 'storage-full', file: string, errno: string): StoreError {
  return new StoreError(code, { file, errno });
}
