import { expect, test } from 'vitest';
import type { LedgerNode } from '../api-node.ts';
import { lampMarks } from './lamp-marks.ts';

const calendar = JSON.stringify({
  ...{ off: ['2026-10-01', '2026-10-02'], worked: ['2026-10-10'], source: {}, proposedBy: '', confirmedBy: '' },
  since: 0,
});
const node = {
  read: (key: string) => ({ value: key === 'calendar/000000/2026' ? calendar : undefined }),
} as unknown as LedgerNode;

const at = (text: string) => Date.parse(`${text}+08:00`);
const marksAt = (text: string) => lampMarks(node, '990101', at(text));
const endOf = (date: string) => at(`${date}T23:59:59.999`);

test('on a working day what ends today is red and what ends the next working day yellow', () => {
  expect(marksAt('2026-09-29T09:00:00')).toEqual({
    ...{ region: '990101', redUntil: endOf('2026-09-29') },
    yellowUntil: endOf('2026-09-30'),
  });
});

test('a holiday is no day to act on: before it, the day after it is the next one', () => {
  expect(marksAt('2026-09-30T23:59:59').yellowUntil).toBe(endOf('2026-10-05'));
});

test('on a day off the next working day is the last one, and a swapped Saturday is one', () => {
  expect(marksAt('2026-10-01T12:00:00').redUntil).toBe(endOf('2026-10-05'));
  expect(marksAt('2026-10-09T12:00:00').yellowUntil).toBe(endOf('2026-10-10'));
});
