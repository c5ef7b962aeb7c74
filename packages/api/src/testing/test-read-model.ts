import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Every row of every table, as text: what two builds of a read model are compared by. */
export const dumpTables = (database: DatabaseSync): string => {
  const tables = [
    'follower',
    'licences',
    'licence_months',
    'cases',
    'events',
    'counts',
    'organisations',
    'services',
    'role_events',
    'access_events',
    'desk_places',
    'keys',
  ];
  const dump = tables.map((table) => [table, database.prepare(`select * from ${table}`).all()]);
  const index = database.prepare("select rowid from licence_names where licence_names match '面'").all();
  return JSON.stringify([...dump, ['names', index]]);
};

/** The same of a read model that has been closed. */
export const dumpReadModel = (directory: string): string => {
  const database = new DatabaseSync(join(directory, 'read-model.sqlite'), { readOnly: true });
  const dump = dumpTables(database);
  database.close();
  return dump;
};

export const temporaryDirectory = (): { path: string; remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'minglu-api-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};
