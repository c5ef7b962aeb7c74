import { numberOf, textOf } from './event-facts.ts';
import type { MakeProjection } from './projection.ts';

/** Status after an event; a decision names its own. */
const STATUS: { readonly [event: string]: string | undefined } = {
  'annulment.taken-up': 'investigated',
  'annulment.declined': 'declined',
  'annulment.stayed': 'stayed',
  'annulment.resumed': 'investigated',
  'annulment.undone': 'undone',
};

/** Investigations of registrations and where they stand. Who asked is in no column. */
export const annulmentsProjection: MakeProjection = (database) => {
  const insert = database.prepare('insert into annulments values (?, ?, ?, ?, ?, ?, 0) on conflict do nothing');
  const move = database.prepare('update annulments set status = ?, organ = ? where id = ?');
  const due = database.prepare('update annulments set due_at = ? where id = ?');
  const announce = database.prepare('update annulments set announced = 1 where id = ?');
  return {
    apply(record) {
      for (const [name, facts] of record.events) {
        if (!name.startsWith('annulment.')) continue;
        const id = textOf(facts, 'annulment');
        const organ = textOf(facts, 'organ');
        const dueAt = numberOf(facts, 'dueAt');
        if (name === 'annulment.asked')
          insert.run(id, textOf(facts, 'licence'), organ, 'asked', record.time, numberOf(facts, 'dueAt'));
        const status = name === 'annulment.decided' ? textOf(facts, 'outcome') : STATUS[name];
        if (status !== undefined) move.run(status, organ, id);
        if (dueAt !== null && facts.clock !== 'announcement') due.run(dueAt, id);
        if (name === 'annulment.announced') announce.run(id);
      }
    },
    flush() {},
  };
};
