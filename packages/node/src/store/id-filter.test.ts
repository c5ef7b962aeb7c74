import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdFilter } from './id-filter.ts';

const idOf = (at: number): string => createHash('sha256').update(String(at)).digest('base64url').slice(0, 22);

describe('IdFilter', () => {
  it('never denies an id that was added', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (ids) => {
        const filter = new IdFilter();
        for (const id of ids) filter.add(id);
        for (const id of ids) expect(filter.mayHave(id)).toBe(true);
      }),
    );
  });

  it('has nothing when nothing was added', () => {
    expect(new IdFilter().mayHave(idOf(1))).toBe(false);
  });

  it('denies all but a few of the others, over several layers too', () => {
    const filter = new IdFilter();
    const added = 600_000;
    for (let at = 0; at < added; at++) filter.add(idOf(at));
    let [missed, doubtful] = [0, 0];
    for (let at = 0; at < 20_000; at++) {
      if (!filter.mayHave(idOf(at * 30))) missed += 1;
      if (filter.mayHave(idOf(added + at))) doubtful += 1;
    }
    expect(missed).toBe(0);
    expect(doubtful / 20_000).toBeLessThan(0.01);
  });
});
