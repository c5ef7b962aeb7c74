import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PositionWaiters } from './position-waiters.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const outcome = (waits: Promise<void>): (() => string) => {
  let state = 'waiting';
  waits.then(
    () => {
      state = 'reached';
    },
    (error: { code: string; facts: object }) => {
      state = `${error.code} ${JSON.stringify(error.facts)}`;
    },
  );
  return () => state;
};

test('whoever asks for a height that is in does not wait, and whoever asks for the next one does', async () => {
  const waiters = new PositionWaiters();
  waiters.advance(5);
  const [past, present, next] = [4, 5, 6].map((height) => outcome(waiters.reach(height)));
  await vi.advanceTimersByTimeAsync(0);
  expect([past?.(), present?.(), next?.()]).toEqual(['reached', 'reached', 'waiting']);
  waiters.advance(6);
  await vi.advanceTimersByTimeAsync(0);
  expect(next?.()).toBe('reached');
});

test('an advance by many blocks wakes everyone it has passed and nobody else', async () => {
  const waiters = new PositionWaiters();
  const waiting = [1, 7, 8].map((height) => outcome(waiters.reach(height)));
  waiters.advance(7);
  await vi.advanceTimersByTimeAsync(0);
  expect(waiting.map((state) => state())).toEqual(['reached', 'reached', 'waiting']);
});

test('after three seconds the asker hears how far the rows have come', async () => {
  const waiters = new PositionWaiters();
  waiters.advance(3);
  const state = outcome(waiters.reach(9));
  await vi.advanceTimersByTimeAsync(2_999);
  expect(state()).toBe('waiting');
  waiters.advance(4);
  await vi.advanceTimersByTimeAsync(1);
  expect(state()).toBe('read-model-behind {"reached":4}');
  expect(vi.getTimerCount()).toBe(0);
});

test('rows that are dropped and built again keep nobody from waiting for them', async () => {
  const waiters = new PositionWaiters();
  waiters.advance(9);
  waiters.rewind();
  expect(waiters.height).toBe(-1);
  const state = outcome(waiters.reach(9));
  await vi.advanceTimersByTimeAsync(100);
  expect(state()).toBe('waiting');
  waiters.advance(9);
  await vi.advanceTimersByTimeAsync(0);
  expect(state()).toBe('reached');
  expect(vi.getTimerCount()).toBe(0);
});
