import { join } from 'node:path';
import { entriesPath } from '@minglu/protocol';
import type { FileSystem } from '../store/file-system.ts';
import { StoreError } from '../store/store-error.ts';
import { type AttachmentRecord, findAttachmentAt, textOfAttachment } from './attachment-record.ts';
import type { AttachmentKind } from './log-store.ts';
import { expandBundle, isPackedBundle } from './packed-bundle.ts';

/** Folder beside `tile/`, never served as static files. */
export const ATTACHMENTS_FOLDER = 'sidecars';

/** Where the attachments of a bundle of entries stand, below the log's directory. */
export function attachmentsPath(bundle: number): string {
  return join(ATTACHMENTS_FOLDER, entriesPath(bundle).slice('tile/entries/'.length));
}

/**
 * The raw records of a bundle's file, which is packed once the bundle is full; none when there is no file.
 * @param end of what was acknowledged; a full bundle's file may already stand where the tail speaks of a part of it.
 */
export async function readAttachmentBundle(fileSystem: FileSystem, file: string, end?: number): Promise<Buffer> {
  if (end === 0) return Buffer.alloc(0);
  const found = (await fileSystem.readFile(file)) ?? new Uint8Array();
  const bytes = isPackedBundle(found)
    ? await expandBundle(found, file)
    : Buffer.from(found.buffer, found.byteOffset, found.byteLength);
  if (end !== undefined && bytes.length < end) throw damagedAttachments(file, bytes.length);
  return bytes.subarray(0, end);
}

/** One record after the other; throws `damaged` where the next is none. */
export function* attachmentsIn(bytes: Buffer, file: string): Generator<AttachmentRecord> {
  for (let offset = 0; offset < bytes.length; ) {
    const record = findAttachmentAt(bytes, offset);
    if (record === undefined) throw damagedAttachments(file, offset);
    yield record;
    offset = record.end;
  }
}

function damagedAttachments(file: string, offset: number): StoreError {
  return new StoreError('damaged', { file, offset, remedy: 'run fsck; bring this file back from a backup' });
}

/** The records of one bundle, each found at once; throws `damaged` when one of them is. */
export class AttachmentIndex {
  readonly #bytes: Buffer;
  readonly #records: (AttachmentRecord | undefined)[] = [];

  constructor(bytes: Buffer, file: string) {
    this.#bytes = bytes;
    for (const record of attachmentsIn(bytes, file)) this.#records[slotOf(record.kind, record.place)] = record;
  }

  find(kind: AttachmentKind, place: number): AttachmentRecord | undefined {
    return this.#records[slotOf(kind, place)];
  }

  /** undefined when there is none, or it was erased. */
  findText(kind: AttachmentKind, place: number): string | undefined {
    const record = this.find(kind, place);
    return record === undefined ? undefined : textOfAttachment(this.#bytes, record);
  }
}

function slotOf(kind: AttachmentKind, place: number): number {
  return place * 2 + (kind === 'trace' ? 1 : 0);
}
