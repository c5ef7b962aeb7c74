import { join } from 'node:path';
import type { AuditFile, AuditFiles } from './audit-files.ts';
import { segmentName } from './segment-file.ts';

/**
 * Appends to the newest file. After a write that failed the next one first cuts off what it may have left; after a sync
 * that failed nothing is written any more: the kernel may have dropped the pages, and would call the next sync a success.
 */
export class SegmentWriter {
  readonly #directory: string;
  readonly #files: AuditFiles;
  #file: AuditFile | undefined;
  #first: number;
  #bytes: number;
  #isDirty = false;
  #isDead = false;

  constructor(directory: string, files: AuditFiles, at: { readonly first: number; readonly bytes: number }) {
    this.#directory = directory;
    this.#files = files;
    this.#first = at.first;
    this.#bytes = at.bytes;
  }

  /** Resolves when the bytes are durable at the end of the file that begins with the line `first`. */
  async append(bytes: Uint8Array, first: number): Promise<void> {
    if (this.#isDead) throw new Error('a sync failed');
    const file = await this.#fileOf(first);
    if (this.#isDirty) await file.truncate(this.#bytes);
    this.#isDirty = true;
    await file.write(bytes, this.#bytes);
    try {
      await file.datasync();
    } catch (error) {
      this.#isDead = true;
      throw error;
    }
    this.#isDirty = false;
    this.#bytes += bytes.length;
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
  }

  async #fileOf(first: number): Promise<AuditFile> {
    if (this.#first !== first) {
      await this.close();
      this.#first = first;
      this.#bytes = 0;
    }
    if (this.#file !== undefined) return this.#file;
    const file = await this.#files.open(join(this.#directory, segmentName(first)), 'write');
    // Without its name on disk a power cut takes the file with all that was synced into it.
    await this.#files.syncDirectory(this.#directory);
    this.#file = file;
    return file;
  }
}
