import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createTables, SCHEMA_VERSION } from '../database/create-tables.ts';

const FILE = 'read-model.sqlite';
const SEAL = 'read-model.sha256';

export interface OpenedReadModel {
  readonly database: DatabaseSync;
  /** Why the rows of an earlier run were thrown away, if they were. */
  readonly dropped: string | undefined;
}

/**
 * Opens the read model of `chain`, or an empty one. Rows of an earlier run are kept only when the file is, byte for
 * byte, the one that was closed properly: SQLite's own checks do not see a flipped byte inside a value, and an answer
 * changed unseen is worse than following the log again.
 */
export const openReadModel = async (directory: string, chain: string): Promise<OpenedReadModel> => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const reason = existsSync(join(directory, FILE)) ? await findDamage(directory, chain) : undefined;
  // From here on the file changes: a seal left behind would vouch for what it no longer describes.
  rmSync(join(directory, SEAL), { force: true });
  if (reason !== undefined) dropReadModel(directory);
  const fresh = !existsSync(join(directory, FILE));
  const database = configure(new DatabaseSync(join(directory, FILE)));
  if (fresh) createTables(database, chain);
  return { database, dropped: reason };
};

/** Closes and seals, so that the next start may keep the rows. */
export const closeReadModel = async (database: DatabaseSync, directory: string): Promise<void> => {
  database.close();
  writeFileSync(join(directory, SEAL), await digestOf(join(directory, FILE)), { mode: 0o600 });
};

export const dropReadModel = (directory: string): void => {
  for (const name of [FILE, `${FILE}-journal`, SEAL]) rmSync(join(directory, name), { force: true });
};

/** Durability is the log's business: nothing here is synced, and a journal in memory is enough to undo a failed batch. */
const configure = (database: DatabaseSync): DatabaseSync => {
  database.exec(
    'pragma journal_mode = memory; pragma locking_mode = exclusive; pragma synchronous = off; pragma cache_size = -65536',
  );
  return database;
};

const findDamage = async (directory: string, chain: string): Promise<string | undefined> => {
  const seal = join(directory, SEAL);
  if (!existsSync(seal)) return 'not-closed';
  if (readFileSync(seal, 'utf8') !== (await digestOf(join(directory, FILE)))) return 'digest';
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(directory, FILE), { readOnly: true });
    const { user_version } = database.prepare('pragma user_version').get() as { user_version: number };
    if (user_version !== SCHEMA_VERSION) return 'schema';
    const row = database.prepare('select chain from follower').get() as { chain: string } | undefined;
    return row?.chain === chain ? undefined : 'chain';
  } catch {
    return 'unreadable';
  } finally {
    database?.close();
  }
};

const digestOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
};
