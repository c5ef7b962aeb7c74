import { brotliCompressSync, crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandBundle, isPackedBundle, MAX_EXPANDED_BYTES, packBundle } from './packed-bundle.ts';

const FILE = 'sidecars/007';
const damaged = { code: 'damaged', facts: { file: FILE } };
const records = Buffer.from(
  Array.from({ length: 256 }, (_, at) => `{"salt":"${at * 7919}","plain":{"n":${at}}}`).join(''),
);

/** A frame whose checksum is true, whatever it says. */
function frameOf(length: number, stream: Uint8Array): Buffer {
  const frame = Buffer.concat([Buffer.from('MLPACK01'), Buffer.alloc(8), stream]);
  frame.writeUInt32BE(length, 8);
  frame.writeUInt32BE(crc32(frame.subarray(16), crc32(frame.subarray(0, 12))), 12);
  return frame;
}

describe('a packed bundle', () => {
  it('expands to exactly the bytes that were packed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 3000 }), async (bytes) => {
        const packed = await packBundle(bytes);
        expect(isPackedBundle(packed)).toBe(true);
        expect(Buffer.compare(await expandBundle(packed, FILE), bytes)).toBe(0);
      }),
    );
  });

  it('is smaller where there is something to save', async () => {
    expect((await packBundle(records)).length).toBeLessThan(records.length / 2);
  });

  it('with any byte changed, in any way, is damaged, and the file is named', async () => {
    const packed = await packBundle(records);
    for (let at = 0; at < packed.length; at++) {
      for (const mask of [0x01, 0x10, 0x80, 0xff]) {
        const changed = Buffer.from(packed);
        changed[at] = (changed[at] as number) ^ mask;
        await expect(expandBundle(changed, FILE), `byte ${at} ^ ${mask}`).rejects.toMatchObject(damaged);
      }
    }
  });

  it('is damaged when it was cut short or something follows it', async () => {
    const packed = await packBundle(records);
    for (const length of [0, 7, 8, 15, 16, 17, packed.length - 1]) {
      await expect(expandBundle(packed.subarray(0, length), FILE)).rejects.toMatchObject(damaged);
    }
    await expect(expandBundle(Buffer.concat([packed, Buffer.alloc(1)]), FILE)).rejects.toMatchObject(damaged);
  });

  it('of somebody who computes the checksum too expands to no more than it says, and says no more than the limit', async () => {
    const bomb = brotliCompressSync(Buffer.alloc(MAX_EXPANDED_BYTES + 1));
    expect(bomb.length).toBeLessThan(1000);
    for (const length of [0, 1, 1000, MAX_EXPANDED_BYTES, MAX_EXPANDED_BYTES + 1, 0xffffffff]) {
      await expect(expandBundle(frameOf(length, bomb), FILE)).rejects.toMatchObject(damaged);
    }
    await expect(expandBundle(frameOf(5, brotliCompressSync('four')), FILE)).rejects.toMatchObject(damaged);
    expect((await expandBundle(frameOf(4, brotliCompressSync('four')), FILE)).toString()).toBe('four');
  });

  it('is not made of nothing, nor of what nobody would expand again', async () => {
    for (const length of [0, MAX_EXPANDED_BYTES + 1]) {
      await expect(packBundle(new Uint8Array(length))).rejects.toMatchObject({ code: 'out-of-range' });
    }
  });
});
