import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatHashList, parseHashList } from './hash-list.ts';

const files = fc.array(
  fc.record({
    path: fc.stringMatching(/^[a-z0-9][a-z0-9/ .-]{0,40}$/),
    hash: fc.stringMatching(/^[0-9a-f]{64}$/),
  }),
  { minLength: 1 },
);

it('a list reads as it was written', () => {
  fc.assert(
    fc.property(files, (list) => {
      expect(parseHashList(formatHashList(list))).toEqual(list);
    }),
  );
});

it('a list that was cut anywhere but between lines is no list', () => {
  const text = formatHashList([{ path: 'packages/api/src/index.ts', hash: 'a'.repeat(64) }]);
  for (let length = 0; length < text.length; length += 1) expect(parseHashList(text.slice(0, length))).toBeUndefined();
});

it('a line with anything but a hash and a name spoils the whole list', () => {
  const good = formatHashList([{ path: 'minglu', hash: 'a'.repeat(64) }]);
  expect(parseHashList(`${good}# a word\n`)).toBeUndefined();
  expect(parseHashList(good.replace('aa', 'AA'))).toBeUndefined();
  expect(parseHashList(`${good}\n`)).toBeUndefined();
});
