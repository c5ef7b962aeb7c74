import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modelOf, queriesOf } from '../testing/memory-model.ts';
import { history } from '../testing/random-history.ts';
import { listCaseEvents } from './list-case-events.ts';
import { listDeskCases } from './list-desk-cases.ts';

const ORGANS = ['market-bureau', 'food-bureau', 'nobody'];

test('the pages of a queue, put together, are all cases that wait at the organ and no other, the most urgent first', async () => {
  await fc.assert(
    fc.asyncProperty(history(), fc.integer({ min: 1, max: 4 }), async ({ blocks, cases }, limit) => {
      const database = modelOf(blocks);
      const queries = queriesOf(database);
      for (const organ of ORGANS) {
        const waiting = cases.filter((one) => one.organ === organ && one.status === 'pending');
        const found: { id: string; promised_at: number | null; overdue: number }[] = [];
        for (let offset = 0; offset <= waiting.length; offset += limit) {
          const page = await listDeskCases(queries, { organ, kids: [''], view: 'open', marks: [], offset, limit });
          expect(page.total).toBe(waiting.length);
          found.push(...page.cases);
        }
        expect(found.map(({ id }) => id).sort()).toEqual(waiting.map(({ id }) => id).sort());
        const promised = found.map(({ promised_at }) => promised_at ?? 0);
        expect(promised).toEqual(promised.toSorted((a, b) => a - b));
        for (const { id, overdue } of found) expect(overdue === 1).toBe(cases.find((one) => one.id === id)?.overdue);
      }
      database.close();
    }),
    { seed: 21, numRuns: 40 },
  );
});

test('a case’s events are all of its own and nobody else’s', async () => {
  await fc.assert(
    fc.asyncProperty(history(), async ({ blocks, cases }) => {
      const database = modelOf(blocks);
      const queries = queriesOf(database);
      for (const { id, events } of cases) {
        const rows = await listCaseEvents(queries, { caseId: id });
        const names = rows.flatMap((row) => (JSON.parse(row.events) as [string, unknown][]).map(([name]) => name));
        expect(names.sort()).toEqual(events.toSorted());
        const order = rows.map(({ entry }) => entry);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }
      // Events that are about no case are nobody's.
      expect(await listCaseEvents(queries, { caseId: '' })).toEqual([]);
      database.close();
    }),
    { seed: 22, numRuns: 40 },
  );
});
