import { textOf } from './event-facts.ts';
import type { MakeProjection } from './projection.ts';

/** Who acts for whom, and everything that was done by it: the represented reads it, and so does the agent. */
export const mandatesProjection: MakeProjection = (database) => {
  const insert = database.prepare(
    'insert into mandate_events values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing',
  );
  return {
    apply({ events, index, time, id }) {
      for (const [part, [event, facts]] of events.entries()) {
        if (!event.startsWith('mandate.')) continue;
        const who = [textOf(facts, 'principal'), textOf(facts, 'agent')];
        const name = event.slice('mandate.'.length);
        insert.run(...who, index, part, time, name, textOf(facts, 'case'), id, JSON.stringify(facts));
      }
    },
    flush() {},
  };
};
