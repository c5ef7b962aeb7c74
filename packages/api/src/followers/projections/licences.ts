import { chinaMonth } from './china-month.ts';
import { numberOf, textOf } from './event-facts.ts';
import { nameTokens } from './name-tokens.ts';
import type { MakeProjection } from './projection.ts';

/** Register of licences with the index of their trade names. */
export const licencesProjection: MakeProjection = (database) => {
  const insert = database.prepare('insert into licences values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const index = database.prepare('insert into licence_names (rowid, tokens) values (?, ?)');
  const unindex = database.prepare('delete from licence_names where rowid = ?');
  const find = database.prepare('select row, trade_name, scope from licences where number = ?');
  const rename = database.prepare('update licences set trade_name = ?, scope = ? where row = ?');
  const setStatus = database.prepare('update licences set status = ?, since = ?, until = ? where number = ?');
  return {
    apply(record) {
      for (const [name, facts] of record.events) {
        if (!name.startsWith('licence.')) continue;
        const number = textOf(facts, 'number');
        if (name === 'licence.issued') {
          const tradeName = textOf(facts, 'tradeName');
          const { lastInsertRowid } = insert.run(
            number,
            textOf(facts, 'kind'),
            textOf(facts, 'organ'),
            textOf(facts, 'service'),
            textOf(facts, 'case'),
            tradeName,
            JSON.stringify(facts.scope ?? []),
            textOf(facts, 'region'),
            'valid',
            record.time,
            record.time,
            null,
            chinaMonth(record.time),
          );
          index.run(lastInsertRowid, nameTokens(tradeName));
        } else if (name === 'licence.changed') {
          const row = find.get(number) as { row: number; trade_name: string; scope: string } | undefined;
          if (row === undefined) continue;
          const tradeName = textOf(facts, 'tradeName') || row.trade_name;
          rename.run(tradeName, facts.scope === undefined ? row.scope : JSON.stringify(facts.scope), row.row);
          unindex.run(row.row);
          index.run(row.row, nameTokens(tradeName));
        } else {
          setStatus.run(textOf(facts, 'status'), record.time, numberOf(facts, 'until'), number);
        }
      }
    },
    flush() {},
  };
};
