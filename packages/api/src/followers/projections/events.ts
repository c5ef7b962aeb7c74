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
        const caseId = textOf(events[0]?.[1] ?? {}, 'case');
        insert.run(index, 0, height, time, caseId, eventsText);
        return;
      }
      for (const [part, event] of events.entries())
        insert.run(index, part, height, time, textOf(event[1], 'case'), JSON.stringify([event]));
    },
    flush() {},
  };
};
