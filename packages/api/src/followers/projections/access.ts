import { textOf } from './event-facts.ts';
import type { MakeProjection } from './projection.ts';
import { findSigner } from './signer-of.ts';

const FAMILY = 'access.';

/** Rules, requests and emergencies: that there are such, whose they are and what became of them. */
export const accessProjection: MakeProjection = (database) => {
  const insert = database.prepare(
    'insert into access_events values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing',
  );
  return {
    apply(record) {
      for (const [part, [name, facts]] of record.events.entries()) {
        if (!name.startsWith(FAMILY)) continue;
        const text = (member: string) => textOf(facts, member);
        const of = text('request') || text('proposal') || text('rule');
        const subject = of === '' ? `${text('kid')}/${text('case')}` : of;
        const signer = record.deed === undefined ? null : (findSigner(record) ?? null);
        const whose = [text('kid'), text('org'), text('organ'), signer, record.id];
        insert.run(record.index, part, record.time, name.slice(FAMILY.length), subject, ...whose);
      }
    },
    flush() {},
  };
};
