import fc from 'fast-check';
import { expect, test } from 'vitest';
import { posted } from '../testing/memory-model.ts';
import { history } from '../testing/random-history.ts';

test('what is opened is what was posted: every accepted transaction at its place in the log, and no refused one', () => {
  fc.assert(
    fc.property(history(), ({ blocks }) => {
      const opened = posted(blocks);
      expect(opened.map(({ height }) => height)).toEqual(blocks.map(({ height }) => height));
      for (const [place, { records }] of opened.entries()) {
        const block = blocks[place];
        const accepted = block?.transactions.flatMap(({ index, outcome }) =>
          'events' in outcome ? [{ index, events: outcome.events }] : [],
        );
        const sent = records.filter(({ deed }) => deed !== undefined);
        expect(sent.map(({ index, events }) => ({ index, events }))).toEqual(accepted);
        for (const { time, eventsText, events } of records) {
          expect(time).toBe(block?.time);
          expect(JSON.parse(eventsText)).toEqual(events);
        }
      }
    }),
    { seed: 5, numRuns: 60 },
  );
});

test('what came due by time alone is heard of first, and stands at the entry of its block', () => {
  fc.assert(
    fc.property(history(), ({ blocks }) => {
      for (const [place, { records }] of posted(blocks).entries()) {
        const { events = [], size = 0 } = blocks[place] ?? {};
        const due = records.filter(({ deed }) => deed === undefined);
        expect(due).toEqual(events.length === 0 ? [] : [records[0]]);
        for (const record of due) expect(record).toMatchObject({ index: size - 1, events, body: {} });
      }
    }),
    { seed: 6, numRuns: 60 },
  );
});
