import { createHash } from 'node:crypto';
import { nodeHash } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import { nativeHash } from '../crypto/native-hash.ts';
import { HashTile } from './hash-tile.ts';
import { RightEdge } from './right-edge.ts';

const leaf = (at: number): Uint8Array => Uint8Array.from(createHash('sha256').update(String(at)).digest());
const hex = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('hex');

/** Hash of the complete subtree of 2^row leaves. */
function naive(row: number, index: number): Uint8Array {
  if (row === 0) return leaf(index);
  return nodeHash(naive(row - 1, index * 2), naive(row - 1, index * 2 + 1), nativeHash);
}

function tileOf(width: number): HashTile {
  const tile = new HashTile();
  for (let at = 0; at < width; at++) tile.push(leaf(at));
  return tile;
}

describe('HashTile', () => {
  it('has every complete subtree inside it and no other', () => {
    for (const width of [1, 2, 3, 100, 255, 256]) {
      const tile = tileOf(width);
      expect(tile.width).toBe(width);
      for (let row = 0; row < 8; row++) {
        for (const index of [0, 1, 2, (width >> row) - 1, width >> row].filter((at) => at >= 0)) {
          const isComplete = (index + 1) * 2 ** row <= width;
          expect(hex(tile.find(row, index))).toBe(isComplete ? hex(naive(row, index)) : '');
        }
      }
    }
  });

  it('has a root when it is full, which is what filling it answered', () => {
    expect(tileOf(255).root()).toBeUndefined();
    const tile = tileOf(255);
    expect(hex(tile.push(leaf(255)))).toBe(hex(naive(8, 0)));
    expect(hex(tile.root())).toBe(hex(naive(8, 0)));
  });

  it('is its published row and comes back from it', () => {
    const tile = tileOf(77);
    const again = HashTile.of(tile.row(77));
    expect(again.width).toBe(77);
    expect(hex(again.find(3, 5))).toBe(hex(tile.find(3, 5)));
    expect(tile.row(3)).toHaveLength(96);
  });

  it('hands out copies', () => {
    const tile = tileOf(4);
    tile.find(0, 1)?.fill(0);
    tile.row(4).fill(0);
    expect(hex(tile.find(1, 0))).toBe(hex(naive(1, 0)));
    expect(hex(tile.find(0, 1))).toBe(hex(leaf(1)));
  });
});

describe('RightEdge', () => {
  it('fills a tile every 256 leaves, with its place', () => {
    const edge = new RightEdge(0, []);
    const filled: string[] = [];
    for (let at = 0; at < 1000; at++) {
      for (const { level, index, tile } of edge.append(leaf(at))) filled.push(`${at} ${level}/${index} ${tile.width}`);
    }
    expect(filled).toEqual(['255 0/0 256', '511 0/1 256', '767 0/2 256']);
    expect(edge.size).toBe(1000);
    expect(edge.find(0, 3)?.width).toBe(232);
    expect(edge.find(1, 0)?.width).toBe(3);
    expect(edge.find(0, 2)).toBeUndefined();
    expect(edge.find(2, 0)).toBeUndefined();
  });

  it('fills a tile of tiles after 65,536 leaves', () => {
    const edge = new RightEdge(0, []);
    let last: string[] = [];
    for (let at = 0; at < 65_536; at++) last = edge.append(leaf(at)).map(({ level, index }) => `${level}/${index}`);
    expect(last).toEqual(['0/255', '1/0']);
    expect(edge.find(2, 0)?.width).toBe(1);
    expect(edge.find(1, 1)?.width).toBe(0);
  });

  it('goes on from its rows as if it had never stopped', () => {
    const edge = new RightEdge(0, []);
    for (let at = 0; at < 700; at++) edge.append(leaf(at));
    const again = new RightEdge(edge.size, edge.rows());
    for (let at = 700; at < 1100; at++) {
      const [a, b] = [edge.append(leaf(at)), again.append(leaf(at))];
      expect(b.map(({ level, index, tile }) => [level, index, hex(tile.root())])).toEqual(
        a.map(({ level, index, tile }) => [level, index, hex(tile.root())]),
      );
    }
    expect(again.rows().map(hex)).toEqual(edge.rows().map(hex));
  });
});
