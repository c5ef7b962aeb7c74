import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeJournalRecord, findJournalRecord, findNextRecord, HEADER_BYTES } from './journal-record.ts';

const record = fc.record({ height: fc.nat({ max: 2 ** 45 }), payload: fc.uint8Array({ maxLength: 200 }) });

describe('a journal record', () => {
  it('comes back as it was written, wherever in the file it stands', () => {
    fc.assert(
      fc.property(record, fc.uint8Array({ maxLength: 50 }), fc.uint8Array({ maxLength: 50 }), (one, before, after) => {
        const bytes = encodeJournalRecord(one);
        const file = Buffer.concat([before, bytes, after]);
        const found = findJournalRecord(file, before.length);
        expect(found?.height).toBe(one.height);
        expect(Uint8Array.from(found?.payload ?? [])).toEqual(one.payload);
        expect(found?.end).toBe(before.length + bytes.length);
        expect(bytes.length).toBe(HEADER_BYTES + one.payload.length);
      }),
    );
  });

  it('is none once any byte is changed or missing', () => {
    const bytes = encodeJournalRecord({ height: 5, payload: Buffer.from('a block') });
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 1;
      expect(findJournalRecord(changed, 0)).toBeUndefined();
      expect(findJournalRecord(bytes.subarray(0, at), 0)).toBeUndefined();
    }
  });

  it('is none for a length that runs out of the file', () => {
    const bytes = encodeJournalRecord({ height: 5, payload: Buffer.from('a block') });
    bytes.writeUInt32BE(0xffffffff, 12);
    expect(findJournalRecord(bytes, 0)).toBeUndefined();
  });

  it('is found again behind rubbish, and never inside text', () => {
    const bytes = encodeJournalRecord({ height: 9, payload: Buffer.from('x') });
    const rubbish = Buffer.from('MLJ rubbish 甲');
    expect(findNextRecord(Buffer.concat([rubbish, bytes]), 0)).toBe(rubbish.length);
    expect(findNextRecord(Buffer.concat([rubbish, bytes]), rubbish.length + 1)).toBe(-1);
    expect(findNextRecord(rubbish, 0)).toBe(-1);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Buffer.from(text).includes(bytes.subarray(0, 1))).toBe(false);
      }),
    );
  });
});
