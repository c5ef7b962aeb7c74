import type { DatabaseSync } from 'node:sqlite';
import type { LedgerEvent } from '@minglu/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modelOf, openTables, posted } from '../testing/memory-model.ts';
import { type History, history } from '../testing/random-history.ts';
import { dumpTables } from '../testing/test-read-model.ts';
import { makeProjector, type ProjectionBlock } from './apply-records.ts';

const check = (property: fc.IProperty<never> | unknown, numRuns = 60): void =>
  fc.assert(property as fc.IProperty<unknown>, { seed: 20261123, numRuns });

const dumpOf = (database: DatabaseSync): string => {
  const dump = dumpTables(database);
  database.close();
  return dump;
};

/** Cuts a list into runs of the given lengths, over and over. */
const cut = <T>(list: readonly T[], lengths: readonly number[]): T[][] => {
  const runs: T[][] = [];
  for (let at = 0, turn = 0; at < list.length; turn++) {
    const length = lengths[turn % lengths.length] ?? 1;
    runs.push(list.slice(at, at + length));
    at += length;
  }
  return runs;
};
const lengths = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });

const rowsOf = (database: DatabaseSync, sql: string): Record<string, unknown>[] =>
  database
    .prepare(sql)
    .all()
    .map((row) => ({ ...row }));

test('however blocks are gathered into batches, the rows are the same', () => {
  check(
    fc.property(history(), lengths, ({ blocks }, sizes) => {
      const database = openTables();
      const projector = makeProjector(database);
      for (const batch of cut(posted(blocks), sizes)) projector.apply(batch);
      expect(projector.height).toBe(blocks.length - 1);
      expect(dumpOf(database)).toBe(dumpOf(modelOf(blocks)));
    }),
  );
});

test('a projector that is opened again at any block goes on as if it had never stopped', () => {
  check(
    fc.property(history(), fc.nat(12), ({ blocks }, stop) => {
      const database = openTables();
      const ready = posted(blocks);
      makeProjector(database).apply(ready.slice(0, stop));
      const again = makeProjector(database);
      expect(again.height).toBe(Math.min(stop, blocks.length) - 1);
      again.apply(ready.slice(again.height + 1));
      expect(dumpOf(database)).toBe(dumpOf(modelOf(blocks)));
    }),
  );
});

test('blocks that are sent again, in any batch, leave no trace', () => {
  check(
    fc.property(history(), lengths, ({ blocks }, sizes) => {
      const database = openTables();
      const projector = makeProjector(database);
      const ready = posted(blocks);
      for (const batch of cut(ready, sizes)) {
        projector.apply(batch);
        projector.apply(ready.slice(0, projector.height + 1));
      }
      expect(dumpOf(database)).toBe(dumpOf(modelOf(blocks)));
    }),
  );
});

test('licences stand in the order of issue, with the name and standing of their last event', () => {
  check(
    fc.property(history(), ({ blocks, licences }) => {
      const database = modelOf(blocks);
      expect(rowsOf(database, 'select row, number, region, issued_at, trade_name, status from licences')).toEqual(
        licences.map(({ row, number, region, issuedAt, tradeName, status }) => ({
          ...{ row, number, region, status },
          issued_at: issuedAt,
          trade_name: tradeName,
        })),
      );
      database.close();
    }),
  );
});

const CASES = `select id, service, organ, status, trade_name, region, submitted_at, promised_at, overdue, licence,
  decided_at from cases order by submitted_at, length(id), id`;

test('cases stand as they were decided, and whoever is late is late for good', () => {
  check(
    fc.property(history(), ({ blocks, cases }) => {
      const database = modelOf(blocks);
      expect(rowsOf(database, CASES)).toEqual(
        cases.map(({ submittedAt, promisedAt, decidedAt, tradeName, overdue, events: _events, ...one }) => ({
          ...one,
          overdue: overdue ? 1 : 0,
          trade_name: tradeName,
          submitted_at: submittedAt,
          promised_at: promisedAt,
          decided_at: decidedAt,
        })),
      );
      database.close();
    }),
  );
});

/** Counted by another road: over the finished cases, not over events. */
const recount = ({ cases }: History): string[] => {
  const month = (time: number): string =>
    new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(time);
  const lines = cases.flatMap(({ region, service, submittedAt, decidedAt, status }) => [
    `${region} ${month(submittedAt)} ${service} submitted`,
    ...(status === 'granted' ? [`${region} ${month(decidedAt ?? 0)} ${service} granted`] : []),
    ...(status === 'granted' ? [`${region} ${month(decidedAt ?? 0)} ${service} issued`] : []),
  ]);
  return lines.sort();
};

test('the counts are what a recount of all cases gives, month by month in China’s time', () => {
  check(
    fc.property(history(), (made) => {
      const database = modelOf(made.blocks);
      const counted = rowsOf(database, 'select * from counts').flatMap((row) =>
        ['submitted', 'granted', 'issued'].flatMap((column) =>
          Array.from({ length: Number(row[column]) }, () => `${row.region} ${row.month} ${row.service} ${column}`),
        ),
      );
      expect(counted.sort()).toEqual(recount(made));
      database.close();
    }),
  );
});

/** One number cannot be two licences. */
const TWICE: LedgerEvent[] = [
  ['licence.issued', { number: '9'.repeat(18) }],
  ['licence.issued', { number: '9'.repeat(18) }],
];

test('a batch that cannot be written whole is not written at all', () => {
  check(
    fc.property(history(), fc.nat(11), ({ blocks }, place) => {
      const database = openTables();
      const ready = posted(blocks);
      const good = Math.min(place, ready.length);
      makeProjector(database).apply(ready.slice(0, good));
      const before = dumpTables(database);
      const record = {
        height: blocks.length,
        index: 1_000_000,
        time: 0,
        id: '',
        deed: 'x',
        body: {},
        header: '',
        events: TWICE,
        eventsText: '[]',
      };
      const broken: ProjectionBlock = { height: blocks.length, records: [record] };
      const projector = makeProjector(database);
      expect(() => projector.apply([...ready.slice(good), broken])).toThrow();
      expect(projector.height).toBe(good - 1);
      expect(dumpOf(database)).toBe(before);
    }),
    25,
  );
});

test('every accepted entry has one row of events at its own place, and every due effect one of its own', () => {
  check(
    fc.property(history(), ({ blocks }) => {
      const database = modelOf(blocks);
      const expected = blocks.flatMap(({ transactions, events, size, height }) => [
        ...transactions.flatMap(({ index, outcome }) =>
          'events' in outcome ? [{ entry: index, part: 0, height, events: JSON.stringify(outcome.events) }] : [],
        ),
        ...events.map((event, part) => ({ entry: size - 1, part, height, events: JSON.stringify([event]) })),
      ]);
      expect(rowsOf(database, 'select entry, part, height, events from events order by entry, part')).toEqual(expected);
      database.close();
    }),
  );
});
