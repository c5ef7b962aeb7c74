import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeTextRow } from './state-rows.ts';
import { decodeTextPack, encodeTextPack, PACK_TEXTS } from './text-pack.ts';

const damaged = expect.objectContaining({ code: 'derived-damaged' });
const rows = Array.from({ length: PACK_TEXTS }, (_, at) =>
  encodeTextRow(`licence/${at}`, `{"kind":"business","organ":"market","tradeName":"晨光${at}号","status":"valid"}`),
);

function packOf(bytes: Uint8Array): Buffer {
  const stream = deflateRawSync(bytes);
  const pack = Buffer.concat([Buffer.alloc(4), stream]);
  pack.writeUInt32BE(crc32(stream));
  return pack;
}

describe('a pack of texts', () => {
  it('gives back every row in its place, and nothing where one is gone', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { minLength: 1, maxLength: PACK_TEXTS }), (some) => {
        const found = decodeTextPack(encodeTextPack(some));
        expect(found.map((row) => row.toString('hex'))).toEqual(some.map((row) => Buffer.from(row).toString('hex')));
      }),
    );
  });

  it('takes less than half of what its rows would', () => {
    expect(encodeTextPack(rows).length).toBeLessThan(Buffer.concat(rows).length / 2);
  });

  it('with any byte changed, or cut short, is damaged', () => {
    const pack = encodeTextPack(rows);
    for (let at = 0; at < pack.length; at++) {
      for (const mask of [0x01, 0x10, 0x80, 0xff]) {
        const changed = Buffer.from(pack);
        changed[at] = (changed[at] as number) ^ mask;
        expect(() => decodeTextPack(changed), `byte ${at} ^ ${mask}`).toThrow(damaged);
      }
    }
    for (const length of [0, 3, 4, pack.length - 1]) {
      expect(() => decodeTextPack(pack.subarray(0, length))).toThrow(damaged);
    }
  });

  it('whose checksum is true is damaged all the same when no rows come out, or more than a pack may have', () => {
    for (const bytes of [Buffer.from([0, 0]), Buffer.from([0, 0, 0, 9, 1]), Buffer.alloc(17 * 1024 * 1024)]) {
      expect(() => decodeTextPack(packOf(bytes))).toThrow(damaged);
    }
    expect(() => encodeTextPack([Buffer.alloc(17 * 1024 * 1024)])).toThrow(/out-of-range/);
  });
});
