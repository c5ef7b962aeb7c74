import { dirname, join } from 'node:path';
import type { FileSystem } from '../store/file-system.ts';
import { writeFileDurably } from '../store/write-file-durably.ts';
import { packBundle } from './packed-bundle.ts';

/** Files under way at once: enough to keep a disk busy, few enough to leave threads to the journal and to signatures. */
const LANES = 2;

interface PendingFile {
  readonly bytes: Uint8Array;
  readonly isPacked: boolean;
}

/** Full bundles and tiles on their way to disk, readable until they are there. They are never changed. */
export class PendingFiles {
  readonly #directory: string;
  readonly #fileSystem: FileSystem;
  readonly #files = new Map<string, PendingFile>();
  readonly #knownDirectories = new Set<string>();

  constructor(directory: string, fileSystem: FileSystem) {
    this.#directory = directory;
    this.#fileSystem = fileSystem;
  }

  /** `path` is relative to the directory; hashes do not pack. */
  add(path: string, bytes: Uint8Array, { isPacked }: { readonly isPacked: boolean }): void {
    this.#files.set(path, { bytes, isPacked });
  }

  find(path: string): Uint8Array | undefined {
    return this.#files.get(path)?.bytes;
  }

  /** Resolves when all that was added before the call is durable, names included. */
  async sync(): Promise<void> {
    const files = [...this.#files];
    if (files.length === 0) return;
    const directories = new Set<string>();
    for (const [path] of files) await this.#prepare(dirname(path), directories);
    const lanes = Array.from({ length: LANES }, (_, lane) =>
      this.#writeAll(files.filter((_file, at) => at % LANES === lane)),
    );
    await Promise.all(lanes);
    for (const directory of directories) await this.#fileSystem.syncDirectory(join(this.#directory, directory));
    for (const [path] of files) this.#files.delete(path);
  }

  async #writeAll(files: readonly (readonly [string, PendingFile])[]): Promise<void> {
    for (const [path, { bytes, isPacked }] of files) {
      const written = isPacked ? await packBundle(bytes) : bytes;
      await writeFileDurably(this.#fileSystem, join(this.#directory, path), written, { isDirectorySynced: false });
    }
  }

  /** Makes the directory; whatever gained a name is to be synced: it, and its parents when they are new to this process. */
  async #prepare(directory: string, touched: Set<string>): Promise<void> {
    touched.add(directory);
    if (this.#knownDirectories.has(directory)) return;
    await this.#fileSystem.makeDirectory(join(this.#directory, directory));
    for (let at = directory; at !== '.'; at = dirname(at)) {
      this.#knownDirectories.add(at);
      touched.add(dirname(at));
    }
  }
}
