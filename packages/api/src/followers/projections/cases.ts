import { numberOf, textOf } from './event-facts.ts';
import type { MakeProjection } from './projection.ts';

/** Cases and where they stand; the queue of an organ is an index over the pending ones. */
export const casesProjection: MakeProjection = (database) => {
  const insert = database.prepare(
    "insert into cases values (?, ?, ?, 'submitted', ?, ?, ?, ?, null, 0, null, null) on conflict do nothing",
  );
  const pend = database.prepare("update cases set status = 'pending', promised_at = ? where id = ?");
  const decide = database.prepare('update cases set status = ?, decided_at = ? where id = ?');
  const late = database.prepare('update cases set overdue = 1 where id = ?');
  const licence = database.prepare('update cases set licence = ? where id = ?');
  return {
    apply(record) {
      for (const [name, facts] of record.events) {
        const id = textOf(facts, 'case');
        if (name === 'case.submitted')
          insert.run(
            id,
            textOf(facts, 'service'),
            textOf(facts, 'organ'),
            textOf(record.body, 'tradeName'),
            JSON.stringify(record.body.scope ?? []),
            textOf(record.body, 'region'),
            record.time,
          );
        else if (name === 'case.pending') pend.run(numberOf(facts, 'promisedAt'), id);
        else if (name === 'case.granted') decide.run('granted', record.time, id);
        else if (name === 'case.refused') decide.run('refused', record.time, id);
        else if (name === 'case.overdue') late.run(id);
        else if (name === 'licence.issued') licence.run(textOf(facts, 'number'), id);
      }
    },
    flush() {},
  };
};
