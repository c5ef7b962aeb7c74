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
  if (offset + ATTACHMENT_HEADER_BYTES > file.length) return undefined;
  const header = file.subarray(offset, offset + ATTACHMENT_HEADER_BYTES);
  const end = offset + ATTACHMENT_HEADER_BYTES + header.readUInt32BE(4);
  const kind = KINDS[header[1] as number];
  if (kind === undefined || end > file.length) return undefined;
  const payload = file.subarray(offset + ATTACHMENT_HEADER_BYTES, end);
  const record = { kind, place: header.readUInt16BE(2), offset, end };
  const [checksum, headerChecksum] = [header.readUInt32BE(8), crc32(header.subarray(0, 8))];
  if (header[0] === ERASED && checksum === headerChecksum) return { ...record, isErased: true };
  if (header[0] === LIVE && checksum === crc32(payload, headerChecksum)) return { ...record, isErased: false };
  return undefined;
}

function headerOf(header: { state: number; kind: AttachmentKind; place: number; length: number }): Buffer {
  const bytes = Buffer.alloc(ATTACHMENT_HEADER_BYTES);
  bytes[0] = header.state;
  bytes[1] = KINDS.indexOf(header.kind);
  bytes.writeUInt16BE(header.place, 2);
  bytes.writeUInt32BE(header.length, 4);
  return bytes;
}
