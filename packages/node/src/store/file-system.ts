/**
 * `read`: must exist. `write`: reads and writes, made when absent, content kept. `create`: as `write`, but fails with
 * `write-failed` (errno EEXIST) when the file exists.
 */
export type OpenMode = 'read' | 'write' | 'create';

export interface OpenFile {
  /** All of `bytes` at `position`, or an error after which the file's content there is unknown. */
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Shorter than `length` only at the end of the file. */
  read(position: number, length: number): Promise<Uint8Array>;
  truncate(size: number): Promise<void>;
  size(): Promise<number>;
  /**
   * What was written to this file survives a power cut once this resolves. When it rejects, the kernel may have dropped
   * the dirty pages and would report success the second time: nobody may call it again, the node stops.
   */
  datasync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * All disk access of journal, log store, heads and locks goes through here, so that tests can cut, reorder and refuse it.
 * Failures are `StoreError`: `storage-full`, `write-failed`, `read-failed`.
 */
export interface FileSystem {
  open(path: string, mode: OpenMode): Promise<OpenFile>;
  /** The whole file, undefined when there is none. */
  readFile(path: string): Promise<Uint8Array | undefined>;
  /** The same without leaving the loop: for small files that a synchronous reader needs (an 8 KB tile: 20 µs). */
  readFileNow(path: string): Uint8Array | undefined;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** Names in a directory, unordered; none when it does not exist. */
  list(directory: string): Promise<readonly string[]>;
  /** With its parents; their entries are synced by `syncDirectory` only. */
  makeDirectory(directory: string): Promise<void>;
  /** Names made, renamed or removed in this directory survive a power cut once this resolves. */
  syncDirectory(directory: string): Promise<void>;
  /** In bytes; undefined when there is no such file. */
  findSize(path: string): Promise<number | undefined>;
}
