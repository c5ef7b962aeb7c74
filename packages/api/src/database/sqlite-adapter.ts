import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Lets Kysely's own SQLite dialect drive `node:sqlite`, which differs only in how parameters are passed. */
export const adaptSqlite = (database: DatabaseSync): SqliteDatabase => ({
  close: () => database.close(),
  prepare: (sql): SqliteStatement => {
    const statement = database.prepare(sql);
    const values = (parameters: readonly unknown[]): SQLInputValue[] => [...parameters] as SQLInputValue[];
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...values(parameters)),
      run: (parameters) => statement.run(...values(parameters)),
      iterate: (parameters) => statement.iterate(...values(parameters)),
    };
  },
});
