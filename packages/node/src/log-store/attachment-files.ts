import { dirname, join } from 'node:path';
import { TILE_WIDTH } from '@minglu/protocol';
import { Lru } from '../crypto/lru.ts';
import type { FileSystem, OpenFile } from '../store/file-system.ts';
import { StoreError } from '../store/store-error.ts';
import { writeFileDurably } from '../store/write-file-durably.ts';
import { ATTACHMENTS_FOLDER, attachmentsIn, attachmentsPath, readAttachmentBundle } from './attachment-bundle.ts';
import {
  ATTACHMENT_HEADER_BYTES,
  type AttachmentRecord,
  encodeAttachment,
  encodeTombstone,
  textOfAttachment,
} from './attachment-record.ts';
import type { AttachmentKind, EntryAttachments } from './log-store.ts';
import { isPackedBundle, packBundle } from './packed-bundle.ts';

/** Full bundles kept expanded, about half a megabyte each: who opens one case opens its neighbours. */
const BUNDLES_IN_MEMORY = 8;

/**
 * Sidecars and traces, a file per bundle of entries: raw records appended in order of index while the bundle fills, packed
 * once it is full. Each can be erased.
 */
export class AttachmentFiles {
  readonly #directory: string;
  readonly #fileSystem: FileSystem;
  readonly #pending = new Map<number, EntryAttachments>();
  readonly #recent = new Lru<number, Buffer>(BUNDLES_IN_MEMORY);
  /** The bundle that the next entry on disk belongs to, and where its true records end. */
  #newest: { readonly bundle: number; readonly end: number };
  /** Whether this process has seen that the newest file is raw: a power cut may have left it packed before its time. */
  #isNewestRaw = false;
  /** How many full bundles were written anew: a reader that began before the last must not remember what it found. */
  #erasures = 0;

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
    const bundle = Math.floor(index / TILE_WIDTH);
    const bytes = await this.#read(bundle);
    const record = findRecord(bytes, { kind, index, file: this.#path(bundle) });
    if (record === undefined) return undefined;
    if (record.isErased) throw new StoreError('erased', { index });
    return textOfAttachment(bytes, record);
  }

  async erase(kind: AttachmentKind, index: number): Promise<void> {
    const bundle = Math.floor(index / TILE_WIDTH);
    const file = this.#path(bundle);
    if (bundle === this.#newest.bundle) await this.#bringBackRaw();
    const bytes = Buffer.from(await this.#read(bundle));
    const record = findRecord(bytes, { kind, index, file });
    if (record === undefined) return;
    if (bundle === this.#newest.bundle) await this.#eraseInPlace(record, file);
    else await this.#eraseInPack(record, bundle, bytes);
  }

  /** Brings to disk what stands beside the entries below `size`; answers the end to put into the tail. */
  async sync(size: number): Promise<number> {
    const open = Math.floor(size / TILE_WIDTH);
    const bundles = new Map<number, number[]>();
    // One that was begun is packed when it is full, though nothing more may stand in it.
    if (this.#newest.end > 0) bundles.set(this.#newest.bundle, []);
    for (const index of this.#pending.keys()) {
      const bundle = Math.floor(index / TILE_WIDTH);
      if (index >= size) continue;
      const indices = bundles.get(bundle) ?? [];
      indices.push(index);
      bundles.set(bundle, indices);
    }
    for (const [bundle, indices] of bundles) {
      if (bundle < open) await this.#complete(bundle, indices);
      else if (indices.length > 0) await this.#append(bundle, indices);
    }
    if (this.#newest.bundle < open) this.#newest = { bundle: open, end: 0 };
    return this.#newest.end;
  }

  /** The tail speaks of them now: from here on they are read from disk. */
  settle(size: number): void {
    for (const index of this.#pending.keys()) if (index < size) this.#pending.delete(index);
  }

  /**
   * Puts the packed file in place of the raw one. A power cut before the tail is written leaves a tail that speaks of the
   * raw one's end: readers expand and cut to it, the next append brings the raw one back.
   */
  async #complete(bundle: number, indices: readonly number[]): Promise<void> {
    const end = this.#endOf(bundle);
    const file = this.#path(bundle);
    const begun = await readAttachmentBundle(this.#fileSystem, file, end);
    const packed = await packBundle(Buffer.concat([begun, ...indices.flatMap((index) => this.#encode(index))]));
    if (end === 0) await this.#fileSystem.makeDirectory(dirname(file));
    await writeFileDurably(this.#fileSystem, file, packed);
    if (end === 0) await this.#syncParents(file);
  }

  async #append(bundle: number, indices: readonly number[]): Promise<void> {
    const end = this.#endOf(bundle);
    const path = this.#path(bundle);
    if (end === 0) await this.#fileSystem.makeDirectory(dirname(path));
    else await this.#bringBackRaw();
    const bytes = Buffer.concat(indices.flatMap((index) => this.#encode(index)));
    const file = await this.#fileSystem.open(path, 'write');
    try {
      await cutTo(file, end);
      await file.write(bytes, end);
      await file.datasync();
    } finally {
      await file.close();
    }
    if (end === 0) await this.#fileSystem.syncDirectory(dirname(path));
    if (end === 0) await this.#syncParents(path);
    this.#newest = { bundle, end: end + bytes.length };
    this.#isNewestRaw = true;
  }

  /** The newest file as the tail speaks of it, when the power went between its packing and the tail. */
  async #bringBackRaw(): Promise<void> {
    const { bundle, end } = this.#newest;
    if (this.#isNewestRaw || end === 0) return;
    const file = this.#path(bundle);
    const found = await this.#fileSystem.readFile(file);
    if (found !== undefined && isPackedBundle(found)) {
      await writeFileDurably(this.#fileSystem, file, await readAttachmentBundle(this.#fileSystem, file, end));
    }
    this.#isNewestRaw = true;
  }

  async #eraseInPlace(record: AttachmentRecord, path: string): Promise<void> {
    const file = await this.#fileSystem.open(path, 'write');
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
    // What a power cut left of a packing that did not come to its rename.
    const left = `${path}.tmp`;
    if ((await this.#fileSystem.findSize(left)) === undefined) return;
    await this.#fileSystem.unlink(left);
    await this.#fileSystem.syncDirectory(dirname(left));
  }

  /**
   * A new file without the text takes the old one's name; a cut leaves either, and the caller calls again. The blocks of the
   * old one are free from then on: no file has them, but neither are they overwritten. (Nor does overwriting in place
   * promise that, on a disk that moves blocks; what must be gone for certain is sealed, and its key thrown away.)
   */
  async #eraseInPack(record: AttachmentRecord, bundle: number, bytes: Buffer): Promise<void> {
    bytes.fill(0, record.offset, record.end);
    encodeTombstone(record).copy(bytes, record.offset);
    await writeFileDurably(this.#fileSystem, this.#path(bundle), await packBundle(bytes));
    this.#erasures += 1;
    this.#recent.put(bundle, bytes);
  }

  async #syncParents(path: string): Promise<void> {
    const top = join(this.#directory, ATTACHMENTS_FOLDER);
    for (let at = dirname(path); at !== top; at = dirname(at)) await this.#fileSystem.syncDirectory(dirname(at));
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

  #endOf(bundle: number): number {
    return bundle === this.#newest.bundle ? this.#newest.end : 0;
  }

  /** The acknowledged records of a bundle. What stands beyond the newest end was being written when the power went. */
  async #read(bundle: number): Promise<Buffer> {
    // Taken before the file is read: it only grows meanwhile.
    const { bundle: newest, end } = this.#newest;
    if (bundle > newest) return Buffer.alloc(0);
    const file = this.#path(bundle);
    if (bundle === newest) return readAttachmentBundle(this.#fileSystem, file, end);
    const known = this.#recent.find(bundle);
    if (known !== undefined) return known;
    const erasures = this.#erasures;
    const bytes = await readAttachmentBundle(this.#fileSystem, file);
    if (erasures === this.#erasures) this.#recent.put(bundle, bytes);
    return bytes;
  }

  #path(bundle: number): string {
    return join(this.#directory, attachmentsPath(bundle));
  }
}

function findRecord(
  bytes: Buffer,
  { kind, index, file }: { readonly kind: AttachmentKind; readonly index: number; readonly file: string },
): AttachmentRecord | undefined {
  for (const record of attachmentsIn(bytes, file)) {
    if (record.kind === kind && record.place === index % TILE_WIDTH) return record;
  }
  return undefined;
}

async function cutTo(file: OpenFile, end: number): Promise<void> {
  if ((await file.size()) > end) await file.truncate(end);
}
