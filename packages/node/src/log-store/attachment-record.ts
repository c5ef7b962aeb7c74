import { crc32 } from 'node:zlib';
import type { AttachmentKind } from './log-store.ts';

/** Neither is one flipped bit, nor the complement, of the other. */
const LIVE = 0x4c;
const ERASED = 0x45;
/** state 1 · kind 1 · place in the bundle 2 · length 4 · CRC-32 4; big-endian. */
export const ATTACHMENT_HEADER_BYTES = 12;
const KINDS: readonly AttachmentKind[] = ['sidecar', 'trace'];

export interface AttachmentRecord {
  readonly kind: AttachmentKind;
  /** Of the entry in its bundle, 0 to 255. */
  readonly place: number;
  readonly isErased: boolean;
  readonly offset: number;
  readonly end: number;
}

/** undefined = erased. `file` is what the record was found in. */
export function textOfAttachment(file: Buffer, { isErased, offset, end }: AttachmentRecord): string | undefined {
  return isErased ? undefined : file.toString('utf8', offset + ATTACHMENT_HEADER_BYTES, end);
}

/** The checksum is against a bad disk only; who may have changed the text is seen by its commitment in the entry. */
export function encodeAttachment(kind: AttachmentKind, place: number, text: string): Buffer {
  const payload = Buffer.from(text);
  const record = Buffer.concat([headerOf({ state: LIVE, kind, place, length: payload.length }), payload]);
  record.writeUInt32BE(crc32(payload, crc32(record.subarray(0, 8))), 8);
  return record;
}

/** The header of the same record once its text is to go. */
export function encodeTombstone({ kind, place, offset, end }: AttachmentRecord): Buffer {
  const header = headerOf({ state: ERASED, kind, place, length: end - offset - ATTACHMENT_HEADER_BYTES });
  header.writeUInt32BE(crc32(header.subarray(0, 8)), 8);
  return header;
}

/** undefined when no whole and true record begins there. */
export function findAttachmentAt(file: Buffer, offset: number): AttachmentRecord | undefined {
  const start = offset + ATTACHMENT_HEADER_BYTES;
  if (start > file.length) return undefined;
  const end = start + file.readUInt32BE(offset + 4);
  const kind = KINDS[file[offset + 1] as number];
  if (kind === undefined || end > file.length) return undefined;
  const [state, checksum] = [file[offset], file.readUInt32BE(offset + 8)];
  const headerChecksum = crc32(file.subarray(offset, offset + 8));
  const isErased = state === ERASED && checksum === headerChecksum;
  const isLive = state === LIVE && checksum === crc32(file.subarray(start, end), headerChecksum);
  return isErased || isLive ? { kind, place: file.readUInt16BE(offset + 2), isErased, offset, end } : undefined;
}

function headerOf(header: { state: number; kind: AttachmentKind; place: number; length: number }): Buffer {
  const bytes = Buffer.alloc(ATTACHMENT_HEADER_BYTES);
  bytes[0] = header.state;
  bytes[1] = KINDS.indexOf(header.kind);
  bytes.writeUInt16BE(header.place, 2);
  bytes.writeUInt32BE(header.length, 4);
  return bytes;
}
