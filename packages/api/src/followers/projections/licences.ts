import type { JsonObject } from '@minglu/protocol';
import type { ProjectionRecord } from '../projection-record.ts';
import { chinaMonth } from './china-month.ts';
import { numberOf, textOf } from './event-facts.ts';
import { applicationFinder } from './find-application.ts';
import { nameTokens } from './name-tokens.ts';
import type { MakeProjection } from './projection.ts';

/** Status after an event; a revocation names its own, of three kinds. */
const STATUS: { readonly [event: string]: string } = {
  'licence.suspended': 'suspended',
  'licence.suspension-ended': 'valid',
  'licence.restored': 'valid',
  'licence.closed': 'closed',
};

/** Register of licences with the index of their trade names. Who runs a business is in no column: it is not public. */
export const licencesProjection: MakeProjection = (database) => {
  const insert = database.prepare('insert into licences values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?)');
  const index = database.prepare('insert into licence_names (rowid, tokens) values (?, ?)');
  const unindex = database.prepare('delete from licence_names where rowid = ?');
  const find = database.prepare('select row, trade_name from licences where number = ?');
  const rename = database.prepare('update licences set trade_name = ? where row = ?');
  const setStatus = database.prepare('update licences set status = ?, since = ?, until = ? where number = ?');
  const findApplication = applicationFinder(database);

  const issue = (number: string, facts: JsonObject, record: ProjectionRecord): void => {
    const of = findApplication(record, facts) ?? { service: '', tradeName: '', region: '' };
    const { time } = record;
    const { lastInsertRowid } = insert.run(
      number,
      textOf(facts, 'kind'),
      textOf(facts, 'organ'),
      of.service,
      textOf(facts, 'case'),
      of.tradeName,
      of.region,
      'valid',
      time,
      time,
      chinaMonth(time),
    );
    index.run(lastInsertRowid, nameTokens(of.tradeName));
  };

  const change = (number: string, facts: JsonObject): void => {
    const row = find.get(number) as { row: number; trade_name: string } | undefined;
    if (row === undefined) return;
    const tradeName = textOf(facts, 'tradeName') || row.trade_name;
    rename.run(tradeName, row.row);
    unindex.run(row.row);
    index.run(row.row, nameTokens(tradeName));
  };

  return {
    apply(record) {
      for (const [name, facts] of record.events) {
        if (!name.startsWith('licence.')) continue;
        const number = textOf(facts, 'number');
        if (name === 'licence.issued') issue(number, facts, record);
        else if (name === 'licence.changed') change(number, facts);
        else {
          const status = STATUS[name] ?? textOf(facts, 'kind');
          setStatus.run(status, record.time, numberOf(facts, 'until'), number);
        }
      }
    },
    flush() {},
  };
};
