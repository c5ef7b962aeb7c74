import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeVarint } from '../protobuf/wire-writer.ts';
import { FrameReader } from './frame-reader.ts';

const framed = (body: Uint8Array) => Buffer.concat([encodeVarint(body.length), body]);

function cut(stream: Uint8Array, points: readonly number[]): Uint8Array[] {
  const at = [
    0,
    ...points.map((point) => point % (stream.length + 1)).sort((left, right) => left - right),
    stream.length,
  ];
  return at.slice(1).map((end, index) => stream.subarray(at[index], end));
}

describe('frames', () => {
  it('are the same however the stream was cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (bodies, points) => {
          const reader = new FrameReader(300);
          const found = cut(Buffer.concat(bodies.map(framed)), points).flatMap((chunk) => [...reader.push(chunk)]);
          expect(found.map((frame) => Buffer.from(frame))).toEqual(bodies.map((body) => Buffer.from(body)));
          expect(reader.pending).toBe(0);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['longer than is allowed', encodeVarint(301), 'frame-too-long'],
    ['of two gigabytes', encodeVarint(2 ** 31), 'frame-too-long'],
    ['with a length that never ends', Buffer.alloc(6, 0xff), 'frame-malformed'],
    ['with a length that is written too long', Buffer.of(0x81, 0x00), 'frame-malformed'],
  ])('%s are refused before a byte of them is kept', (_, prefix, code) => {
    expect(() => [...new FrameReader(300).push(prefix)]).toThrow(expect.objectContaining({ code }));
  });
});
