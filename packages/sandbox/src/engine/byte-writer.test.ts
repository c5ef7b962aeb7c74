import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

describe('numbers in a WebAssembly file', () => {
  it('are read as they were written, and end where they end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 })), (numbers) => {
        const out = new ByteWriter();
        for (const number of numbers) out.unsigned(number);
        const reader = new ByteReader(out.finish());
        expect(numbers.map(() => reader.unsigned())).toEqual(numbers);
        expect(reader.done).toBe(true);
      }),
    );
  });

  it('are written in the shortest form, signed ones too', () => {
    const signed = (value: number) => [...new ByteWriter().signed(value).finish()];
    expect([0, 63, 64, -1, -64, -65, 128].map(signed)).toEqual([
      [0],
      [63],
      [0xc0, 0],
      [0x7f],
      [0x40],
      [0xbf, 0x7f],
      [0x80, 1],
    ]);
    expect(signed(0x7fff_ffff)).toEqual([0xff, 0xff, 0xff, 0xff, 7]);
    expect(signed(-0x8000_0000)).toEqual([0x80, 0x80, 0x80, 0x80, 0x78]);
  });

  it('are refused when they have no end', () => {
    expect(() => new ByteReader(Uint8Array.of(0x80, 0x80)).unsigned()).toThrow('engine-malformed');
    expect(() => new ByteReader(new Uint8Array(9).fill(0x80)).unsigned()).toThrow('engine-malformed');
    expect(() => new ByteReader(Uint8Array.of(1)).skip(2)).toThrow('engine-malformed');
  });

  it('grow the file as they come', () => {
    const out = new ByteWriter();
    for (let byte = 0; byte < 5000; byte += 1) out.byte(byte & 0xff);
    out.sized(new Uint8Array(3000).fill(7)).text('end');
    expect(out.finish().length).toBe(5000 + 2 + 3000 + 4);
  });
});
