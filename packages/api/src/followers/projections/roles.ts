import { numberOf, textOf } from './event-facts.ts';
import type { MakeProjection } from './projection.ts';
import { findSigner } from './signer-of.ts';

/** Who may act for an organisation, and since when no more. */
export const rolesProjection: MakeProjection = (database) => {
  const insert = database.prepare(
    'insert into role_events values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing',
  );
  return {
    apply(record) {
      for (const [part, [event, facts]] of record.events.entries()) {
        if (!event.startsWith('role.')) continue;
        const at = [textOf(facts, 'org'), record.index, part, record.time, event.slice('role.'.length)];
        const away = textOf(facts, 'for');
        const signer = record.deed === undefined ? null : (findSigner(record) ?? null);
        const what = [textOf(facts, 'kid'), textOf(facts, 'role'), numberOf(facts, 'until'), away === '' ? null : away];
        insert.run(...at, ...what, signer);
      }
    },
    flush() {},
  };
};
