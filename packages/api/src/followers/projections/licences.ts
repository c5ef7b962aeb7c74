import type { DatabaseSync } from 'node:sqlite';
import type { JsonObject } from '@minglu/protocol';
import type { ProjectionRecord } from '../projection-record.ts';
import { chinaMonth } from './china-month.ts';
import { numberOf, textOf } from './event-facts.ts';
import { applicationFinder } from './find-application.ts';
import { nameTokens } from './name-tokens.ts';
import type { MakeProjection } from './projection.ts';

/** Status after an event; a revocation names its own, of three kinds. An event that is not here leaves the status. */
const STATUS: { readonly [event: string]: string | undefined } = {
  'licence.suspended': 'suspended',
  'licence.suspension-ended': 'valid',
  'licence.ceased': 'ceased',
  'licence.resumed': 'valid',
  'licence.closed': 'closed',
};

/** Nothing can close any more what has ended. */
const ENDED = new Set(['closed', 'annulled', 'revoked', 'withdrawn']);

const INSERT =
  'insert into licences (row, number, kind, organ, trade_name, region, status, issued_at) values (?, ?, ?, ?, ?, ?, ?, ?)';

/** Register of licences with the index of their trade names. Who runs a business is in no column: it is not public. */
export const licencesProjection: MakeProjection = (database) => {
  const insert = database.prepare(INSERT);
  const beginMonth = database.prepare('insert into licence_months values (?, ?) on conflict do nothing');
  const index = database.prepare('insert into licence_names (rowid, tokens) values (?, ?)');
  const unindex = database.prepare('delete from licence_names where rowid = ?');
  const find = database.prepare('select row, trade_name, region, organ from licences where number = ?');
  const rename = database.prepare('update licences set trade_name = ? where row = ?');
  const relocate = database.prepare('update licences set region = ?, organ = ? where row = ?');
  const setStatus = database.prepare('update licences set status = ? where number = ?');
  const closing = closingsOf(database);
  const findApplication = applicationFinder(database);

  let { row } = database.prepare('select ifnull(max(row), 0) as row from licences').get() as { row: number };
  let month = '';

  const issue = (number: string, facts: JsonObject, record: ProjectionRecord): void => {
    const of = findApplication(record, facts) ?? { service: '', tradeName: '', region: '' };
    row += 1;
    const { time } = record;
    insert.run(row, number, textOf(facts, 'kind'), textOf(facts, 'organ'), of.tradeName, of.region, 'valid', time);
    index.run(row, nameTokens(of.tradeName));
    const inMonth = chinaMonth(time);
    if (inMonth === month) return;
    month = inMonth;
    beginMonth.run(month, row);
  };

  const change = (number: string, facts: JsonObject): void => {
    const found = find.get(number) as { row: number; trade_name: string; region: string; organ: string } | undefined;
    if (found === undefined) return;
    const tradeName = textOf(facts, 'tradeName') || found.trade_name;
    relocate.run(textOf(facts, 'region') || found.region, textOf(facts, 'organ') || found.organ, found.row);
    if (tradeName === found.trade_name) return;
    rename.run(tradeName, found.row);
    unindex.run(found.row);
    index.run(found.row, nameTokens(tradeName));
  };

  const move = (status: string | undefined, number: string): void => {
    if (status === undefined) return;
    setStatus.run(status, number);
    if (ENDED.has(status)) closing.end(number);
  };

  /** An annulment that was undone says what the licence is again, and under which name where the old one is taken. */
  const restore = (number: string, facts: JsonObject): void => {
    if (textOf(facts, 'tradeName') !== '') change(number, { tradeName: textOf(facts, 'tradeName') });
    move(textOf(facts, 'status') || 'valid', number);
  };

  return {
    apply(record) {
      for (const [name, facts] of record.events) {
        if (!name.startsWith('licence.')) continue;
        const number = textOf(facts, 'number');
        if (name === 'licence.issued') issue(number, facts, record);
        else if (name === 'licence.changed') change(number, facts);
        else if (name.startsWith('licence.closing-')) closing.note(name, number, facts);
        else if (name === 'licence.restored') restore(number, facts);
        else move(name === 'licence.revoked' ? textOf(facts, 'kind') : STATUS[name], number);
      }
    },
    flush() {},
  };
};

/** Until when anybody may object to a closing, and whether that time is over. */
function closingsOf(database: DatabaseSync) {
  const set = database.prepare('update licences set closing_due_at = ?, closing_ripe = ? where number = ?');
  return {
    note: (name: string, number: string, facts: JsonObject): void => {
      const isOpen = name === 'licence.closing-announced' || name === 'licence.closing-ripe';
      set.run(isOpen ? numberOf(facts, 'dueAt') : null, name === 'licence.closing-ripe' ? 1 : 0, number);
    },
    end: (number: string): void => void set.run(null, 0, number),
  };
}
