import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { type FileSystem, writeFileDurably } from '@minglu/node';
import { DIGEST, objectPath, pinPath, vaultFolders, waitingPath } from './vault-paths.ts';

/** An object that no accepted case names yet. */
export interface WaitingObject {
  readonly bytes: number;
  /** When it was last given, or when this process found it: never before it was written. */
  readonly sinceMs: number;
  /** Transactions that name it and may be under way. */
  readonly pins: Set<string>;
}

const NOTHING = new Uint8Array(0);

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Ciphertexts under the hash of their bytes. What has been given lies in `waiting`; what an accepted case names is moved
 * to `objects` and stays. A power cut leaves a whole object or none; where the move was lost, the pin beside it says so.
 */
export class ObjectStore {
  readonly waiting = new Map<string, WaitingObject>();
  readonly #directory: string;
  readonly #files: FileSystem;
  readonly #nowMs: () => number;

  constructor(directory: string, files: FileSystem, nowMs: () => number) {
    this.#directory = directory;
    this.#files = files;
    this.#nowMs = nowMs;
  }

  /** Reads what lies in `waiting`; torn writes are cleared away. */
  async open(): Promise<void> {
    const folder = join(this.#directory, vaultFolders.waiting);
    await this.#files.makeDirectory(folder);
    await this.#files.makeDirectory(join(this.#directory, vaultFolders.objects));
    await this.#files.syncDirectory(this.#directory);
    // The first start made the vault's own folder: without its name on disk a power cut takes all that is in it.
    await this.#files.syncDirectory(dirname(this.#directory));
    const names = await this.#files.list(folder);
    for (const name of names.filter((one) => DIGEST.test(one))) {
      const bytes = (await this.#files.findSize(join(folder, name))) ?? 0;
      this.waiting.set(name, { bytes, sinceMs: this.#nowMs(), pins: new Set() });
    }
    for (const name of names.filter((one) => !DIGEST.test(one))) {
      const [digest = '', transaction = ''] = name.split('.');
      const object = this.waiting.get(digest);
      if (object !== undefined && transaction !== 'tmp') object.pins.add(transaction);
      else await this.#files.unlink(join(folder, name));
    }
  }

  /** Writes it, or writes it again where what lies there is not what its name says. */
  async put(digest: string, bytes: Uint8Array): Promise<void> {
    const kept = await this.#files.readFile(objectPath(this.#directory, digest));
    if (kept !== undefined && digestOf(kept) === digest) return;
    if (kept !== undefined) return writeFileDurably(this.#files, objectPath(this.#directory, digest), bytes);
    const path = waitingPath(this.#directory, digest);
    const there = await this.#files.readFile(path);
    if (there === undefined || digestOf(there) !== digest) await writeFileDurably(this.#files, path, bytes);
    const pins = this.waiting.get(digest)?.pins ?? new Set<string>();
    this.waiting.set(digest, { bytes: bytes.length, sinceMs: this.#nowMs(), pins });
  }

  /** As it lies there; whoever reads compares it with its name. */
  async find(digest: string): Promise<Uint8Array | undefined> {
    const kept = await this.#files.readFile(objectPath(this.#directory, digest));
    return kept ?? this.#files.readFile(waitingPath(this.#directory, digest));
  }

  /**
   * Before the transaction goes to the chain: from here on a sweep asks for it first. Answers how long the object is,
   * undefined where there is none.
   */
  async pin(digest: string, transaction: string): Promise<number | undefined> {
    const object = this.waiting.get(digest);
    // Of what is no longer on the list the file may still be there, on its way out: only what is kept counts then.
    if (object === undefined) return this.#files.findSize(objectPath(this.#directory, digest));
    if (!object.pins.has(transaction)) {
      object.pins.add(transaction);
      await writeFileDurably(this.#files, pinPath(this.#directory, digest, transaction), NOTHING);
    }
    return object.bytes;
  }

  async unpin(digest: string, transaction: string): Promise<void> {
    if (this.waiting.get(digest)?.pins.delete(transaction) !== true) return;
    await this.#files.unlink(pinPath(this.#directory, digest, transaction));
  }

  /** An accepted case names it: it stays. */
  async keep(digest: string): Promise<void> {
    const object = this.waiting.get(digest);
    if (object === undefined) return;
    const path = objectPath(this.#directory, digest);
    await this.#files.makeDirectory(dirname(path));
    await this.#files.syncDirectory(join(this.#directory, vaultFolders.objects));
    await this.#files.rename(waitingPath(this.#directory, digest), path);
    await this.#files.syncDirectory(dirname(path));
    this.waiting.delete(digest);
    for (const pin of object.pins) await this.#files.unlink(pinPath(this.#directory, digest, pin));
  }

  /** Nobody names it. */
  async drop(digest: string): Promise<void> {
    this.waiting.delete(digest);
    await this.#files.unlink(waitingPath(this.#directory, digest));
  }
}
