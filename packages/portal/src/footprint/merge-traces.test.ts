import type { DepartmentTrace } from '@minglu/sdk';
import { expect, test } from 'vitest';
import { byMonth, mergeTraces } from './merge-traces.ts';

const CASE = 'AAAAAAAAAAAAAAAAAAAAAA';
const line = (seq: number, more: Partial<DepartmentTrace> = {}): DepartmentTrace => ({
  seq,
  at: 1_000_000 + seq,
  kind: 'unmask',
  action: 'sealed.open',
  case: CASE,
  field: 'operator',
  who: 'officer',
  organ: 'bureau',
  number: '123456',
  purpose: 'review',
  result: 'allowed',
  via: 'department:bureau',
  ...more,
});
const leave = (seq: number, more: Partial<DepartmentTrace> = {}) =>
  line(seq, { action: 'sealed.ask', via: 'api', ...more });

test('leave and opening of one act stand once, with both doors that kept it', () => {
  const merged = mergeTraces([leave(1), line(2)]);
  expect(merged).toMatchObject([{ action: 'sealed.open', kept: ['department:bureau', 'api'] }]);
});

test('a leave that nothing was opened with stands by itself, and so does each opening more', () => {
  expect(mergeTraces([leave(1)])).toMatchObject([{ action: 'sealed.ask', kept: ['api'] }]);
  expect(mergeTraces([leave(1), line(2), line(3)]).length).toBe(2);
  expect(mergeTraces([leave(1), leave(2), line(3), line(4)]).length).toBe(2);
});

test('masks are two lines of one act too, and no opening', () => {
  const masks = leave(1, { action: 'sealed.ask-masks', kind: 'read' });
  expect(mergeTraces([masks, line(2, { action: 'sealed.mask', kind: 'read' })]).length).toBe(1);
  expect(mergeTraces([masks, line(2)]).length).toBe(2);
});

test('two acts never pass for one: another officer, envelope, purpose, case or minute', () => {
  for (const other of [
    { number: '654321' },
    { field: 'id-number' },
    { purpose: 'verify' },
    { case: 'BBBBBBBBBBBBBBBBBBBBBA' },
    { at: 2_000_000 },
    { result: 'opening-refused', kind: 'denied' },
  ])
    expect(mergeTraces([leave(1), line(2, other)]).length, JSON.stringify(other)).toBe(2);
});

test('newest first, by the month it was in China', () => {
  const at = (text: string) => line(1, { at: Date.parse(text) });
  const merged = mergeTraces([at('2026-10-31T15:59:59Z'), at('2026-10-31T16:00:00Z')]);
  expect(byMonth(merged).map(([month, traces]) => [month, traces.length])).toEqual([
    ['2026-11', 1],
    ['2026-10', 1],
  ]);
});
