import { textOf } from './event-facts.ts';
import type { MakeProjection } from './projection.ts';

/** Which organisations, services and keys exist; what they are is read from the chain's state, with its proof. */
export const registryProjection: MakeProjection = (database) => {
  const organisation = database.prepare('insert into organisations values (?, ?) on conflict do nothing');
  const key = database.prepare('insert into keys values (?, ?, ?) on conflict do nothing');
  const service = database.prepare('insert into services values (?, ?) on conflict do nothing');
  return {
    apply(record) {
      for (const [name, facts] of record.events) {
        // The platform's own organisation is there from the beginning, and first heard of when it says where it is.
        if (name === 'organisation.registered' || name === 'organisation.updated')
          organisation.run(textOf(facts, 'org') || textOf(facts, 'id'), record.time);
        else if (name === 'service.registered')
          service.run(textOf(facts, 'service') || textOf(facts, 'id'), record.time);
        else if (name === 'key.registered') key.run(textOf(facts, 'kid'), textOf(facts, 'org'), record.time);
      }
    },
    flush() {},
  };
};
