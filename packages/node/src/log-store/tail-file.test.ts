import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTail, encodeTail, type LogTail } from './tail-file.ts';

const bytes = fc.uint8Array({ maxLength: 80 });
const tail: fc.Arbitrary<LogTail> = fc.record({
  size: fc.nat({ max: 2 ** 50 }),
  attachmentsEnd: fc.nat({ max: 2 ** 40 }),
  rows: fc.array(bytes, { maxLength: 4 }),
  entries: fc.array(bytes, { maxLength: 6 }),
});

describe('the log’s tail', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(tail, (one) => {
        expect(decodeTail(encodeTail(one), 'tail')).toEqual(one);
      }),
    );
  });

  it('is damaged when any byte is changed, missing or too many', () => {
    const whole = encodeTail({
      size: 3,
      attachmentsEnd: 9,
      rows: [Buffer.alloc(32, 1)],
      entries: [Buffer.from('entry')],
    });
    const refusal = expect.objectContaining({ code: 'damaged', facts: expect.objectContaining({ file: 'log/tail' }) });
    for (let at = 0; at < whole.length; at++) {
      const changed = Uint8Array.from(whole);
      changed[at] = (changed[at] as number) ^ 0x40;
      expect(() => decodeTail(changed, 'log/tail')).toThrow(refusal);
      expect(() => decodeTail(whole.subarray(0, at), 'log/tail')).toThrow(refusal);
    }
    expect(() => decodeTail(Buffer.concat([whole, Buffer.from([0])]), 'log/tail')).toThrow(refusal);
  });
});
