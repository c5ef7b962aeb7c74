import type { JsonObject } from '@minglu/protocol';
import { textOf } from './event-facts.ts';
import type { MakeProjection } from './projection.ts';

/**
 * What happened, one row a log entry, findable by the case it is about. Due effects of one block may be about many
 * cases: they get a row each.
 */
export const eventsProjection: MakeProjection = (database) => {
  const insert = database.prepare('insert into events values (?, ?, ?, ?, ?, ?)');
  return {
    apply({ events, eventsText, index, height, time, deed }) {
      if (deed !== undefined) {
        insert.run(index, 0, height, time, subjectOf(events[0]?.[1] ?? {}), eventsText);
        return;
      }
      for (const [part, event] of events.entries())
        insert.run(index, part, height, time, subjectOf(event[1]), JSON.stringify([event]));
    },
    flush() {},
  };
};

/** The case or the annulment that facts are about. */
const subjectOf = (facts: JsonObject): string => textOf(facts, 'case') || textOf(facts, 'annulment');
