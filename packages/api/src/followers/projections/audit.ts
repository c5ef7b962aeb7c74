import { numberOf, textOf } from './event-facts.ts';
import type { MakeProjection } from './projection.ts';

/** How far each audit stream was and when, and what auditors have under way; how it stands is read from the state. */
export const auditProjection: MakeProjection = (database) => {
  const anchor = database.prepare('insert into audit_anchors values (?, ?, ?, ?) on conflict do nothing');
  const matter = database.prepare(
    'insert into audit_matters values (?, ?, ?, ?, ?) on conflict (kind, id) do update set at = excluded.at',
  );
  return {
    apply({ events, time }) {
      for (const [name, facts] of events) {
        const about = [textOf(facts, 'organ'), textOf(facts, 'case'), time] as const;
        if (name === 'audit.anchored')
          anchor.run(textOf(facts, 'stream'), numberOf(facts, 'size'), textOf(facts, 'root'), time);
        else if (name === 'audit.finding-recorded') matter.run('finding', textOf(facts, 'finding'), ...about);
        else if (name === 'audit.hold-placed') matter.run('hold', textOf(facts, 'case'), ...about);
        else if (name === 'access.emergency-declared')
          matter.run('emergency', `${textOf(facts, 'kid')}/${textOf(facts, 'case')}`, ...about);
      }
    },
    flush() {},
  };
};
