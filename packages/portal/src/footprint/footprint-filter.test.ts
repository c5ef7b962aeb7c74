import { expect, test } from 'vitest';
import { filterTraces } from './footprint-filter.ts';
import type { Trace } from './merge-traces.ts';

const trace = (more: Partial<Trace>): Trace => ({
  key: 'k',
  kept: ['api'],
  seq: 1,
  at: 1,
  kind: 'read',
  action: 'cases.read',
  who: 'officer',
  result: 'allowed',
  via: 'api',
  ...more,
});
const traces = [
  trace({ case: 'one' }),
  trace({ case: 'two', kind: 'unmask' }),
  trace({ case: 'one', who: 'you' }),
  trace({ case: 'one', kind: 'denied', who: 'other' }),
];
const all = { case: '', kind: 'all', withOwn: true } as const;
const count = (filter: Parameters<typeof filterTraces>[1]) => filterTraces(traces, filter).length;

test('a list is cut by case, by kind, and by what one did oneself', () => {
  expect(count(all)).toBe(4);
  expect(count({ ...all, withOwn: false })).toBe(3);
  expect(count({ ...all, case: 'two' })).toBe(1);
  expect(count({ ...all, kind: 'opened' })).toBe(1);
  expect(count({ ...all, kind: 'denied', case: 'one' })).toBe(1);
  expect(count({ ...all, kind: 'deed' })).toBe(0);
});
