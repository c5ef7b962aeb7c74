import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawCases } from './draw-cases.ts';

const root = fc.uint8Array({ minLength: 32, maxLength: 32 });
const cases = fc.uniqueArray(fc.string({ minLength: 22, maxLength: 22 }), { minLength: 1, maxLength: 40 });

test('a draw hangs on the root and on which cases there are, and not on their order', () => {
  fc.assert(
    fc.property(root, cases, fc.nat(20), (seed, ids, count) => {
      const drawn = drawCases(seed, ids, count);
      expect(drawn).toEqual(drawCases(seed, ids.toReversed(), count));
      expect(drawn.length).toBe(Math.min(count, ids.length));
      expect(new Set(drawn).size).toBe(drawn.length);
      for (const id of drawn) expect(ids).toContain(id);
    }),
  );
});

test('a larger draw begins with the smaller one, and another root draws others', () => {
  const ids = Array.from({ length: 200 }, (_, at) => `case-${at}`);
  const [one, other] = [new Uint8Array(32), new Uint8Array(32).fill(1)];
  expect(drawCases(one, ids, 20).slice(0, 5)).toEqual(drawCases(one, ids, 5));
  expect(drawCases(one, ids, 20)).not.toEqual(drawCases(other, ids, 20));
});

test('every case is drawn about as often as any other', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const counts = new Map(ids.map((id) => [id, 0]));
  for (let at = 0; at < 2_000; at++) {
    const [drawn = ''] = drawCases(new Uint8Array(32).fill(at % 256).fill(Math.floor(at / 256), 16), ids, 1);
    counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
  }
  for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(100);
});
