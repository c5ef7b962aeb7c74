import { expect, test } from 'vitest';
import type { CaseEvent } from '../server/ledger.ts';
import { daysLeft, findRemedies } from './remedies.ts';

const event = (name: string, facts: object) => ({ name, facts, time: 0, index: 1, height: 1 }) as unknown as CaseEvent;
const remedies = { reconsideration: { organ: 'donghu', days: 60 }, lawsuit: { months: 6 } };
const DAY_MS = 86_400_000;

test('remedies stand in the refusal, and nowhere else', () => {
  expect(findRemedies([event('case.returned', {})])).toBeUndefined();
  expect(findRemedies([event('case.refused', { reason: 'X' })])).toBeUndefined();
  const found = findRemedies([event('case.pending', {}), event('case.refused', { remedies })]);
  expect(found).toEqual({ organ: 'donghu', days: 60, months: 6, decidedAt: 0 });
});

test('days are counted down to none, and never below', () => {
  const found = { organ: 'donghu', days: 60, months: 6, decidedAt: 0 };
  expect([0, DAY_MS, 60 * DAY_MS, 99 * DAY_MS].map((now) => daysLeft(found, now))).toEqual([60, 59, 0, 0]);
});
