import { expect, test } from 'vitest';
import { type GrantDraft, grantBody, grantProblems } from './grant-draft.ts';

const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const draft: GrantDraft = { who: 'wu', away: 'li', role: 'registrar', day: '2026-11-27' };
const fields = (part: Partial<GrantDraft>) => grantProblems({ ...draft, ...part }, NOW).map(({ field }) => field);

test('a stand-in has a name, somebody who is away, and a last day that is not over', () => {
  expect(fields({})).toEqual([]);
  expect(fields({ day: '2026-11-23' })).toEqual([]);
  expect(fields({ who: '', away: '', day: '' })).toEqual(['stand-in-who', 'stand-in-away', 'stand-in-day']);
  expect(fields({ day: '2026-11-22' })).toEqual(['stand-in-day']);
});

test('nobody stands in for themselves, nor for longer than a quarter', () => {
  expect(fields({ away: 'wu' })).toEqual(['stand-in-away']);
  expect(fields({ day: '2027-06-01' })).toEqual(['stand-in-day']);
});

test('the last day is whole, by China’s time', () => {
  expect(grantBody('market', draft)).toEqual({
    ...{ org: 'market', kid: 'wu', role: 'registrar', for: 'li' },
    until: Date.parse('2026-11-27T15:59:59.999Z'),
  });
});
