import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const VERSION = 2;

/** Which registered keys somebody has worked with, by the first of each holder's. */
const HELD = `
create table held_keys (
  account text not null references accounts (id), kid text not null, primary key (account, kid)
) strict, without rowid;
`;

const TABLES = `
create table secret (id integer primary key check (id = 1), bytes blob not null) strict;
create table accounts (
  id text primary key, provider text not null, created_at integer not null, last_sign_in_at integer not null,
  disabled_at integer, kid text, disabled_for text
) strict, without rowid;
create table passkeys (
  id text primary key, account text not null references accounts (id), public_key blob not null, counter integer not null,
  rp_id text not null, transports text not null, name text not null, assurance integer not null,
  created_at integer not null, last_used_at integer, backed_up integer not null
) strict, without rowid;
create index passkeys_of_account on passkeys (account, created_at);
create table tickets (digest text primary key, account text not null, until integer not null) strict, without rowid;
create index tickets_of_account on tickets (account);
${HELD}`;

const FROM_1 = `alter table accounts add column disabled_for text; ${HELD}`;

/**
 * Opens `accounts.sqlite`, or makes it. Unlike the read model nothing makes it again: every change is on the disk before the
 * answer goes out.
 */
export const openAccountTables = (directory: string, random: (bytes: number) => Uint8Array): DatabaseSync => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(directory, 'accounts.sqlite'));
  database.exec('pragma journal_mode = delete; pragma synchronous = full; pragma foreign_keys = on');
  const { user_version } = database.prepare('pragma user_version').get() as { user_version: number };
  if (user_version === VERSION) return database;
  if (user_version === 1) {
    database.exec(`begin immediate; ${FROM_1} pragma user_version = ${VERSION}; commit`);
    return database;
  }
  if (user_version !== 0) {
    database.close();
    throw new Error(`accounts.sqlite has format ${user_version}; this program reads ${VERSION}`);
  }
  database.exec('begin immediate');
  database.exec(TABLES);
  database.prepare('insert into secret values (1, ?)').run(random(32));
  database.exec(`pragma user_version = ${VERSION}`);
  database.exec('commit');
  return database;
};
