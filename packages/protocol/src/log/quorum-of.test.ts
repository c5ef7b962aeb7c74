import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quorumOf } from './quorum-of.ts';

it('a quorum is three of four, five of seven, and one of one', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(quorumOf)).toEqual([1, 2, 3, 3, 4, 5, 5]);
});

it('two quorums share more members than may lie, and a quorum can do without those', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), (members) => {
      const quorum = quorumOf(members);
      const liars = Math.ceil(members / 3) - 1;
      return 2 * quorum - members > liars && members - liars >= quorum;
    }),
  );
});
