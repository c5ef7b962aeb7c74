import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesPath, parseTilePath, tilePath } from './tile-path.ts';

const malformed = expect.objectContaining({ code: 'tile-path-malformed' });

describe('tile paths', () => {
  it.each([
    [tilePath(0, 0), 'tile/0/000'],
    [tilePath(0, 999), 'tile/0/999'],
    [tilePath(1, 1000), 'tile/1/x001/000'],
    [tilePath(0, 1_234_067), 'tile/0/x001/x234/067'],
    [tilePath(2, 0, 1), 'tile/2/000.p/1'],
    [tilePath(0, 273, 112), 'tile/0/273.p/112'],
    [tilePath(63, 7, 255), 'tile/63/007.p/255'],
    [entriesPath(0), 'tile/entries/000'],
    [entriesPath(1_234_067, 12), 'tile/entries/x001/x234/067.p/12'],
  ])('%s is as the specification writes it', (path, expected) => {
    expect(path).toBe(expected);
  });

  it('place and path are each other', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(63), fc.integer({ min: 1, max: 256 }), (index, level, width) => {
        expect(parseTilePath(tilePath(level, index, width))).toEqual({ kind: 'hashes', level, index, width });
        expect(parseTilePath(entriesPath(index, width))).toEqual({ kind: 'entries', index, width });
      }),
      { seed: 61 },
    );
  });

  it.each([
    '',
    'tile',
    'tile/0',
    'tile/0/',
    'tile/0/0',
    'tile/0/00',
    'tile/0/0000',
    'tile/0/x000/000',
    'tile/0/x001',
    'tile/0/001/000',
    'tile/0/x01/000',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/0/000.p/1/',
    '/tile/0/000',
    'tile/0/000/',
    'tile/0/../000',
    'tile/entries',
    'tile/entries/',
    'tile/Entries/000',
    'tile/0/000\n',
    'tile/8/0/000',
    'tile/0/x999/x999/x999/x999/x999/999',
    `tile/0/${'x001/'.repeat(5000)}000`,
  ])('%s is refused', (path) => {
    expect(() => parseTilePath(path)).toThrow(malformed);
  });

  it('what has no place is not written', () => {
    for (const wrong of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(() => tilePath(0, wrong)).toThrow(malformed);
      expect(() => entriesPath(wrong)).toThrow(malformed);
      expect(() => tilePath(wrong, 0)).toThrow(malformed);
    }
    for (const width of [0, -1, 257, 1.5]) expect(() => entriesPath(0, width)).toThrow(malformed);
    expect(() => tilePath(64, 0)).toThrow(malformed);
  });
});
