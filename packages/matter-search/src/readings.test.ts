import { describe, expect, it } from 'vitest';
import { COMMON_CHARACTERS } from './common-characters.ts';
import { allReadings, foldSound, readingsOf } from './readings.ts';

const FIRST_ROW = 0xb0;
const LAST_ROW = 0xd7;

/** The common characters of GB 2312 in the standard's order, from the platform's own decoder. */
function commonOfTheStandard(): string[] {
  const decoder = new TextDecoder('gb18030');
  const found: string[] = [];
  for (let row = FIRST_ROW; row <= LAST_ROW; row += 1) {
    const last = row === LAST_ROW ? 0xf9 : 0xfe;
    for (let cell = 0xa1; cell <= last; cell += 1) found.push(decoder.decode(Uint8Array.of(row, cell)));
  }
  return found;
}

describe('how characters are read', () => {
  it('keeps the order of GB 2312, which is that of the sounds: a character in a wrong group would be out of order', () => {
    const places = new Map(commonOfTheStandard().map((character, place) => [character, place]));
    const listed = [...COMMON_CHARACTERS.replace(/[a-z\s]/g, '')].map((character) => places.get(character) ?? -1);
    expect(places.size).toBe(3755);
    expect(listed.length).toBeGreaterThan(1900);
    expect(listed).toEqual([...new Set(listed)].sort((a, b) => a - b));
    expect(listed[0]).toBeGreaterThanOrEqual(0);
  });

  it('has the groups in the order of their letters, ü after u', () => {
    const rank = (reading: string) => reading.replace(/^([ln])v$/, '$1u ').replace(/^([ln])ve$/, '$1uan~');
    const groups = [...COMMON_CHARACTERS.matchAll(/[a-z]+/g)].map(([reading]) => rank(reading));
    expect(groups).toEqual([...new Set(groups)].sort());
  });

  it.each([
    ['照', ['zhao']],
    ['证', ['zheng']],
    ['率', ['lv', 'shuai']],
    ['女', ['nv']],
    ['行', ['hang', 'xing']],
    ['A', []],
  ])('%s', (character, readings) => {
    expect([...readingsOf(character)].sort()).toEqual(readings);
  });

  it('knows about four hundred syllables, each of at most six letters', () => {
    expect(allReadings.size).toBeGreaterThan(370);
    for (const reading of allReadings) expect(reading).toMatch(/^[a-z]{1,6}$/);
  });

  it('hears zh as z and -ng as -n', () => {
    expect(foldSound('zheng')).toBe('zen');
    expect(foldSound('shi')).toBe(foldSound('si'));
    expect(foldSound('hao')).toBe('hao');
  });
});
