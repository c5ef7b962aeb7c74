import { describe, expect, it } from 'vitest';
import { utf8Encode } from '../encoding/utf8.ts';
import { appendLeaf } from './append-leaf.ts';
import { leafHash, nodeHash } from './merkle-hash.ts';

const leaf = (at: number) => leafHash(utf8Encode(`leaf ${at}`));

describe('appending a leaf', () => {
  it('makes the leaf alone at an even place', () => {
    const made = appendLeaf(4, leaf(4), () => {
      throw new Error('nothing may be read');
    });
    expect(made).toEqual([{ level: 0, index: 4, hash: leaf(4) }]);
  });

  it('completes one subtree more for every carry', () => {
    const known = new Map([
      ['0/6', leaf(6)],
      ['1/2', nodeHash(leaf(4), leaf(5))],
      ['2/0', leaf(99)],
    ]);
    const made = appendLeaf(7, leaf(7), (level, index) => known.get(`${level}/${index}`) as Uint8Array);
    expect(made.map(({ level, index }) => [level, index])).toEqual([
      [0, 7],
      [1, 3],
      [2, 1],
      [3, 0],
    ]);
    const pair = nodeHash(leaf(6), leaf(7));
    const four = nodeHash(nodeHash(leaf(4), leaf(5)), pair);
    expect(made[3]?.hash).toEqual(nodeHash(leaf(99), four));
  });

  it('makes twice as many subtrees as leaves, less the ones bits of the size', () => {
    let made = 0;
    const size = 1000;
    for (let at = 0; at < size; at++) made += appendLeaf(at, leaf(0), () => leaf(0)).length;
    expect(made).toBe(2 * size - [...size.toString(2)].filter((bit) => bit === '1').length);
  });
});
