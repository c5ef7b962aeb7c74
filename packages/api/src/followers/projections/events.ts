import { textOf } from './event-facts.ts';
import type { MakeProjection } from './projection.ts';

/** Every event in order, findable by the case it is about. */
export const eventsProjection: MakeProjection = (database) => {
  const insert = database.prepare('insert into events values (?, ?, ?, ?, ?, ?, ?)');
  let height = -1;
  let position = 0;
  return {
    apply(record) {
      if (record.height !== height) {
        height = record.height;
        position = 0;
      }
      for (const [name, facts] of record.events) {
        insert.run(height, position, record.time, record.index, name, textOf(facts, 'case'), JSON.stringify(facts));
        position += 1;
      }
    },
    flush() {},
  };
};
