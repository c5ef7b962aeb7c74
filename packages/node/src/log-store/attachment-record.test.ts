import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ATTACHMENT_HEADER_BYTES,
  type AttachmentRecord,
  encodeAttachment,
  encodeTombstone,
  findAttachmentAt,
  textOfAttachment,
} from './attachment-record.ts';

const kind = fc.constantFrom('sidecar' as const, 'trace' as const);
const place = fc.nat({ max: 255 });
const text = fc.string({ unit: 'grapheme', maxLength: 60 });

function erased(record: Buffer): Buffer {
  const found = findAttachmentAt(record, 0) as AttachmentRecord;
  const bytes = Buffer.alloc(record.length);
  encodeTombstone(found).copy(bytes);
  return bytes;
}

describe('an attachment’s record', () => {
  it('comes back as it was written, one behind the other', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, place, text), { maxLength: 6 }), (all) => {
        const file = Buffer.concat(all.map((one) => encodeAttachment(...one)));
        let offset = 0;
        for (const [oneKind, onePlace, oneText] of all) {
          const found = findAttachmentAt(file, offset);
          expect(found).toMatchObject({ kind: oneKind, place: onePlace, isErased: false, offset });
          expect(textOfAttachment(file, found as AttachmentRecord)).toBe(oneText);
          offset = found?.end ?? file.length;
        }
        expect(offset).toBe(file.length);
      }),
    );
  });

  it('is none once any byte is changed to any of four others, or is missing', () => {
    const record = encodeAttachment('trace', 200, '{"plain":"甲"}');
    for (let at = 0; at < record.length; at++) {
      for (const mask of [0x01, 0x09, 0x80, 0xff]) {
        const changed = Buffer.from(record);
        changed[at] = (changed[at] as number) ^ mask;
        expect(findAttachmentAt(changed, 0)).toBeUndefined();
      }
      expect(findAttachmentAt(record.subarray(0, at), 0)).toBeUndefined();
    }
  });

  it('keeps its place and length when it is erased, and no text', () => {
    fc.assert(
      fc.property(kind, place, text, (oneKind, onePlace, oneText) => {
        const record = encodeAttachment(oneKind, onePlace, oneText);
        const found = findAttachmentAt(erased(record), 0);
        expect(found).toMatchObject({ kind: oneKind, place: onePlace, isErased: true, end: record.length });
        expect(textOfAttachment(record, found as AttachmentRecord)).toBeUndefined();
      }),
    );
  });

  it('is erased from the moment its header says so, whatever is left of the text', () => {
    const record = encodeAttachment('sidecar', 3, 'a text that was not overwritten yet');
    encodeTombstone(findAttachmentAt(record, 0) as AttachmentRecord).copy(record);
    expect(findAttachmentAt(record, 0)).toMatchObject({ isErased: true });
  });

  it('is not taken for erased when its header is changed', () => {
    const record = erased(encodeAttachment('sidecar', 3, 'text'));
    for (let at = 0; at < ATTACHMENT_HEADER_BYTES; at++) {
      const changed = Buffer.from(record);
      changed[at] = (changed[at] as number) ^ 0x09;
      expect(findAttachmentAt(changed, 0)).toBeUndefined();
    }
  });
});
