import { textOf } from './event-facts.ts';
import type { MakeProjection } from './projection.ts';

/** Which organisations and services exist; what they are is read from the chain's state, with its proof. */
export const registryProjection: MakeProjection = (database) => {
  const organisation = database.prepare('insert into organisations values (?, ?) on conflict do nothing');
  const service = database.prepare('insert into services values (?, ?) on conflict do nothing');
  return {
    apply(record) {
      for (const [name, facts] of record.events) {
        if (name === 'organisation.registered')
          organisation.run(textOf(facts, 'org') || textOf(facts, 'id'), record.time);
        else if (name === 'service.registered')
          service.run(textOf(facts, 'service') || textOf(facts, 'id'), record.time);
      }
    },
    flush() {},
  };
};
