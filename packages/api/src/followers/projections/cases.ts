import type { JsonObject } from '@minglu/protocol';
import type { ProjectionRecord } from '../projection-record.ts';
import { caseClocks } from './case-clocks.ts';
import { numberOf, textOf } from './event-facts.ts';
import type { MakeProjection } from './projection.ts';
import { findSigner } from './signer-of.ts';

/** Status of a case that somebody ended. */
const ENDED: { readonly [event: string]: string | undefined } = {
  'case.granted': 'granted',
  'case.refused': 'refused',
  'case.returned': 'returned',
  'case.withdrawn': 'withdrawn',
};

/** Cases and where they stand; the desks of an organ are indexes over the ones that wait. */
export const casesProjection: MakeProjection = (database) => {
  const insert = database.prepare(
    `insert into cases (id, service, organ, status, trade_name, region, submitted_at, promised_at, overdue, licence,
     decided_at, due_at, provisional) values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?) on conflict do nothing`,
  );
  // A person's decision answers a request for review; so does taking the application back.
  const decide = database.prepare(
    'update cases set status = ?, decided_at = ?, decided_by = ?, review_due_at = null where id = ?',
  );
  const clocks = caseClocks(database);
  const place = database.prepare('insert into desk_places values (?, ?, ?) on conflict do nothing');
  const licence = database.prepare('update cases set licence = ? where id = ?');

  /** A submission and what its contract made of it come in one record, and go into one row. */
  const submit = ({ events, body, time }: ProjectionRecord, submitted: JsonObject): void => {
    const granted = events.find(([name]) => name === 'case.granted')?.[1];
    const pending = events.find(([name]) => name === 'case.pending')?.[1];
    const [organ, service] = [textOf(submitted, 'organ'), textOf(submitted, 'service')];
    const region = textOf(submitted, 'region') || textOf(body, 'region');
    place.run(organ, service, region);
    insert.run(
      textOf(submitted, 'case'),
      service,
      organ,
      granted === undefined ? 'pending' : 'granted',
      textOf(submitted, 'tradeName') || textOf(body, 'tradeName'),
      region,
      time,
      pending === undefined ? null : numberOf(pending, 'promisedAt'),
      granted === undefined ? null : textOf(granted, 'licence') || null,
      granted === undefined ? null : time,
      pending === undefined ? null : numberOf(pending, 'dueAt'),
      pending?.isProvisional === true ? 1 : 0,
    );
  };

  return {
    apply(record) {
      const [first] = record.events;
      if (first?.[0] === 'case.submitted') {
        submit(record, first[1]);
        return;
      }
      for (const [name, facts] of record.events) {
        const id = textOf(facts, 'case');
        const ended = ENDED[name];
        if (ended !== undefined) decide.run(ended, record.time, findSigner(record) ?? null, id);
        else if (clocks.apply(name, facts, record.time)) continue;
        else if (name === 'licence.issued') licence.run(textOf(facts, 'number'), id);
      }
    },
    flush() {},
  };
};
