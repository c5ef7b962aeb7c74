import { expect, test } from 'vitest';
import type { CaseRecord } from '../server/ledger.ts';
import { holderDeeds } from './holder-deeds.ts';

const base = { service: 's', organ: 'o', holder: 'h', submittedAt: 0 };
const pending: CaseRecord = { ...base, status: 'pending', dueAt: 1, clock: { days: 3, extensionDays: 3 } };

test('a waiting case can be taken back, and looked at by a person, once', () => {
  expect(holderDeeds(pending)).toEqual(['cases.review', 'cases.withdraw']);
  expect(holderDeeds({ ...pending, review: { at: 0, dueAt: 1 } })).toEqual(['cases.withdraw']);
});

test('what a machine granted can be looked at by a person; what a person decided has its remedies', () => {
  expect(holderDeeds({ ...base, status: 'granted' })).toEqual(['cases.review']);
  expect(holderDeeds({ ...base, status: 'granted', decidedBy: 'k' })).toEqual([]);
  for (const status of ['refused', 'returned', 'withdrawn'] as const)
    expect(holderDeeds({ ...base, status })).toEqual([]);
});

test('a case without statutory clocks, of an older service, has neither while it waits', () => {
  expect(holderDeeds({ ...base, status: 'pending' })).toEqual([]);
});
