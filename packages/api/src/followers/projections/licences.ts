import type { JsonObject } from '@minglu/protocol';
import type { ProjectionRecord } from '../projection-record.ts';
import { chinaMonth } from './china-month.ts';
import { numberOf, textOf } from './event-facts.ts';
import { nameTokens } from './name-tokens.ts';
import type { MakeProjection } from './projection.ts';

interface Application {
  readonly service: string;
  readonly trade_name: string;
  readonly scope: string;
  readonly region: string;
}

/** Status after an event that does not say it; the others name theirs. */
const STATUS: { readonly [event: string]: string } = {
  'licence.suspended': 'suspended',
  'licence.suspension-ended': 'valid',
  'licence.restored': 'valid',
  'licence.closed': 'closed',
};

/** Register of licences with the index of their trade names. Who runs a business is in no column: it is not public. */
export const licencesProjection: MakeProjection = (database) => {
  const insert = database.prepare('insert into licences values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?)');
  const index = database.prepare('insert into licence_names (rowid, tokens) values (?, ?)');
  const unindex = database.prepare('delete from licence_names where rowid = ?');
  const find = database.prepare('select row, trade_name, scope from licences where number = ?');
  const rename = database.prepare('update licences set trade_name = ?, scope = ? where row = ?');
  const setStatus = database.prepare('update licences set status = ?, since = ?, until = ? where number = ?');
  const findCase = database.prepare('select service, trade_name, scope, region from cases where id = ?');

  const issue = (number: string, facts: JsonObject, record: ProjectionRecord): void => {
    const caseId = textOf(facts, 'case');
    const of = (findCase.get(caseId) ?? {
      service: '',
      trade_name: '',
      scope: '[]',
      region: '',
    }) as unknown as Application;
    const { time } = record;
    const { lastInsertRowid } = insert.run(
      number,
      textOf(facts, 'kind'),
      textOf(facts, 'organ'),
      of.service,
      caseId,
      of.trade_name,
      of.scope,
      of.region,
      'valid',
      time,
      time,
      chinaMonth(time),
    );
    index.run(lastInsertRowid, nameTokens(of.trade_name));
  };

  const change = (number: string, body: JsonObject): void => {
    const row = find.get(number) as { row: number; trade_name: string; scope: string } | undefined;
    if (row === undefined) return;
    const tradeName = textOf(body, 'tradeName') || row.trade_name;
    rename.run(tradeName, body.scope === undefined ? row.scope : JSON.stringify(body.scope), row.row);
    unindex.run(row.row);
    index.run(row.row, nameTokens(tradeName));
  };

  return {
    apply(record) {
      for (const [name, facts] of record.events) {
        if (!name.startsWith('licence.')) continue;
        const number = textOf(facts, 'number');
        if (name === 'licence.issued') issue(number, facts, record);
        else if (name === 'licence.changed') change(number, record.body);
        else {
          const status = textOf(facts, 'status') || textOf(facts, 'kind') || STATUS[name] || 'changed';
          setStatus.run(status, record.time, numberOf(facts, 'until'), number);
        }
      }
    },
    flush() {},
  };
};
