import { expect, test } from 'vitest';
import type { AuditLine } from './audit-door.ts';
import { type DoorState, hasMore, mergeDoors } from './merge-doors.ts';

const line = (seq: number, at: number) => ({ seq, at }) as AuditLine;
const state = (stream: string, times: readonly number[], next?: number): DoorState => ({
  door: { stream, name: stream },
  pages: [
    {
      lines: times.map((at, place) => line(times.length - place, at)),
      ...(next === undefined ? {} : { next }),
      ...{ size: 10, anchored: 10, isFalse: false },
    },
  ],
});
const times = (states: readonly DoorState[]) => mergeDoors(states).map(({ line: { at } }) => at);

test('lines of several streams stand in the order of their times, newest first', () => {
  expect(times([state('api', [9, 5, 1]), state('department:tax', [7, 2])])).toEqual([9, 7, 5, 2, 1]);
});

test('what is older than the last line of a stream that goes on is held back', () => {
  expect(times([state('api', [9, 5], 3), state('department:tax', [7, 2])])).toEqual([9, 7, 5]);
  expect(times([state('api', [], 3), state('department:tax', [7, 2])])).toEqual([]);
});

test('there is more as long as one stream goes on', () => {
  expect(hasMore([state('api', [9]), state('department:tax', [7])])).toBe(false);
  expect(hasMore([state('api', [9]), state('department:tax', [7], 2)])).toBe(true);
  expect(hasMore([{ door: { stream: 'api', name: '' }, pages: [], error: new Error('away') }])).toBe(false);
});
