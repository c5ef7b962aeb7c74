import { describe, expect, it } from 'vitest';
import { figure } from '../report/row.ts';
import { addUp } from './add-up.ts';
import { IN_ALL, zero } from './campaign.ts';

describe('slices of a campaign', () => {
  it('add up, and one that missed its bar makes the whole miss it', () => {
    const one = [figure('tried', 3, ''), figure('bytes', 9, IN_ALL), zero('lost', 0, ''), figure('machine', 'a', '')];
    const two = [figure('tried', 4, ''), figure('bytes', 9, IN_ALL), zero('lost', 1, 'x'), figure('machine', 'b', '')];
    expect(addUp([one, two])).toEqual([
      { name: 'tried', value: 7, unit: '' },
      { name: 'bytes', value: 9, unit: IN_ALL },
      { name: 'lost', value: 1, unit: '', bar: '0', holds: false, note: 'x' },
      { name: 'machine', value: 'a', unit: '' },
    ]);
  });

  it('are no whole when they were cut from different things', () => {
    const [one, two] = [[figure('bytes', 9, IN_ALL)], [figure('bytes', 8, IN_ALL)]];
    expect(() => addUp([one, two])).toThrow('slices of different things');
  });
});
