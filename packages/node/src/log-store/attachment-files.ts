import { dirname, join } from 'node:path';
import { entriesPath, TILE_WIDTH } from '@minglu/protocol';
import type { FileSystem, OpenFile } from '../store/file-system.ts';
import { StoreError } from '../store/store-error.ts';
import {
  ATTACHMENT_HEADER_BYTES,
  type AttachmentRecord,
  encodeAttachment,
  encodeTombstone,
  findAttachmentAt,
} from './attachment-record.ts';
import type { AttachmentKind, EntryAttachments } from './log-store.ts';

/** Folder beside `tile/`, never served as static files. */
export const ATTACHMENTS_FOLDER = 'sidecars';

/** Sidecars and traces, a file per bundle of entries; appended in order of index, each can be erased. */
export class AttachmentFiles {
  readonly #directory: string;
  readonly #fileSystem: FileSystem;
  readonly #pending = new Map<number, EntryAttachments>();
  /** The bundle that was appended to last, and where its true records end. */
  #newest: { bundle: number; end: number };

  /** `end`: what the tail says of the bundle that entry `size` belongs to; the rest of that file was never acknowledged. */
  constructor(
    directory: string,
    fileSystem: FileSystem,
    { size, end }: { readonly size: number; readonly end: number },
  ) {
    this.#directory = directory;
    this.#fileSystem = fileSystem;
    this.#newest = { bundle: Math.floor(size / TILE_WIDTH), end };
  }

  add(index: number, attachments: EntryAttachments): void {
    this.#pending.set(index, attachments);
  }

  /** Of those that were never synced. */
  findPending(kind: AttachmentKind, index: number): string | undefined {
    return this.#pending.get(index)?.[kind];
  }

  /** undefined when there is none; `erased`, `damaged`. */
  async find(kind: AttachmentKind, index: number): Promise<string | undefined> {
    const record = await this.#findRecord(kind, index);
    if (record !== undefined && record.text === undefined) throw new StoreError('erased', { index });
    return record?.text;
  }

  async erase(kind: AttachmentKind, index: number): Promise<void> {
    const record = await this.#findRecord(kind, index);
    if (record === undefined) return;
    const file = await this.#fileSystem.open(this.#path(Math.floor(index / TILE_WIDTH)), 'write');
    try {
      // The tombstone first and for certain: a cut in between leaves bytes that nobody is given, and the caller calls again.
      await file.write(encodeTombstone(record), record.offset);
      await file.datasync();
      const start = record.offset + ATTACHMENT_HEADER_BYTES;
      await file.write(Buffer.alloc(record.end - start), start);
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  /** Brings to disk what stands beside the entries below `size`; answers the end to put into the tail. */
  async sync(size: number): Promise<number> {
    const indices = [...this.#pending.keys()].filter((index) => index < size);
    for (let from = 0; from < indices.length; ) {
      const bundle = Math.floor((indices[from] as number) / TILE_WIDTH);
      let to = from;
      while (to < indices.length && Math.floor((indices[to] as number) / TILE_WIDTH) === bundle) to += 1;
      await this.#append(bundle, indices.slice(from, to));
      from = to;
    }
    for (const index of indices) this.#pending.delete(index);
    return this.#newest.bundle === Math.floor(size / TILE_WIDTH) ? this.#newest.end : 0;
  }

  async #append(bundle: number, indices: readonly number[]): Promise<void> {
    const isNew = bundle !== this.#newest.bundle || this.#newest.end === 0;
    const end = isNew ? 0 : this.#newest.end;
    const path = this.#path(bundle);
    if (isNew) await this.#fileSystem.makeDirectory(dirname(path));
    const bytes = Buffer.concat(indices.flatMap((index) => this.#encode(index)));
    const file = await this.#fileSystem.open(path, 'write');
    try {
      await cutTo(file, end);
      await file.write(bytes, end);
      await file.datasync();
    } finally {
      await file.close();
    }
    if (isNew) await this.#syncNames(path);
    this.#newest = { bundle, end: end + bytes.length };
  }

  async #syncNames(path: string): Promise<void> {
    const top = join(this.#directory, ATTACHMENTS_FOLDER);
    for (let at = dirname(path); ; at = dirname(at)) {
      await this.#fileSystem.syncDirectory(at);
      if (at === top) break;
    }
    await this.#fileSystem.syncDirectory(this.#directory);
  }

  #encode(index: number): Buffer[] {
    const { sidecar, trace } = this.#pending.get(index) ?? {};
    const place = index % TILE_WIDTH;
    const records: Buffer[] = [];
    if (sidecar !== undefined) records.push(encodeAttachment('sidecar', place, sidecar));
    if (trace !== undefined) records.push(encodeAttachment('trace', place, trace));
    return records;
  }

  async #findRecord(kind: AttachmentKind, index: number): Promise<AttachmentRecord | undefined> {
    const bundle = Math.floor(index / TILE_WIDTH);
    // What stands beyond the newest end was being written when the power went.
    if (bundle > this.#newest.bundle) return undefined;
    const path = this.#path(bundle);
    const bytes = Buffer.from((await this.#fileSystem.readFile(path)) ?? new Uint8Array());
    const end = bundle === this.#newest.bundle ? this.#newest.end : bytes.length;
    for (let offset = 0; offset < end; ) {
      const record = findAttachmentAt(bytes, offset);
      if (record === undefined) {
        throw new StoreError('damaged', { file: path, offset, remedy: 'run fsck; bring this file back from a backup' });
      }
      if (record.kind === kind && record.place === index % TILE_WIDTH) return record;
      offset = record.end;
    }
    return undefined;
  }

  #path(bundle: number): string {
    return join(this.#directory, entriesPath(bundle).replace('tile/entries', ATTACHMENTS_FOLDER));
  }
}

async function cutTo(file: OpenFile, end: number): Promise<void> {
  if ((await file.size()) > end) await file.truncate(end);
}
