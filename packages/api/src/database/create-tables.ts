import type { DatabaseSync } from 'node:sqlite';

/** Raised whenever a table or a projection changes: an older file is dropped and followed again from zero. */
export const SCHEMA_VERSION = 7;

/**
 * The names' tokens are made and folded by `nameTokens`; SQLite only has to part them again at the spaces. Its `ascii`
 * tokenizer takes every other character as it comes. One that knows Unicode knows another version of it than the
 * runtime, splits a token of ours in two, and a query for that token is an error.
 */
const TABLES = `
create table follower (id integer primary key check (id = 1), chain text not null, height integer not null, records integer not null) strict;
create table licences (
  row integer primary key, number text not null unique, kind text not null, organ text not null, trade_name text not null,
  region text not null, status text not null, issued_at integer not null,
  closing_due_at integer, closing_ripe integer not null default 0
) strict;
create index licences_closing on licences (organ, closing_due_at) where closing_due_at is not null;
create index licences_by_region on licences (region, row);
create table licence_months (month text primary key, first_row integer not null) strict, without rowid;
create virtual table licence_names using fts5 (tokens, content='', contentless_delete=1, detail=none, tokenize="ascii");
create table cases (
  id text primary key, service text not null, organ text not null, status text not null, trade_name text not null,
  region text not null, submitted_at integer not null, promised_at integer, overdue integer not null,
  licence text, decided_at integer, decided_by text, officer text,
  due_at integer, provisional integer not null default 0, extended integer not null default 0, late integer not null default 0,
  review_due_at integer,
  act_by integer generated always as (min(coalesce(due_at, promised_at), coalesce(promised_at, due_at))) virtual
) strict, without rowid;
create index cases_open on cases (organ, act_by, submitted_at, id) where status = 'pending';
create index cases_mine on cases (organ, officer, act_by) where status = 'pending' and officer is not null;
create index cases_reviews on cases (organ, review_due_at) where review_due_at is not null;
create index cases_decided on cases (organ, decided_by, decided_at) where decided_by is not null;
create table annulments (
  id text primary key, licence text not null, organ text not null, status text not null, asked_at integer not null,
  due_at integer, announced integer not null
) strict, without rowid;
create index annulments_of_organ on annulments (organ, asked_at, id);
create index annulments_of_licence on annulments (licence, asked_at, id);
create table audit_anchors (
  stream text not null, size integer not null, root text not null, time integer not null, primary key (stream, size)
) strict, without rowid;
create table audit_matters (
  kind text not null, id text not null, organ text not null, case_id text not null, at integer not null, primary key (kind, id)
) strict, without rowid;
create index audit_matters_of on audit_matters (kind, organ, at);
create table events (
  entry integer not null, part integer not null, height integer not null, time integer not null,
  case_id text not null, events text not null, primary key (entry, part)
) strict, without rowid;
create index events_by_case on events (case_id, entry, part) where case_id <> '';
create table counts (
  region text not null, month text not null, service text not null, submitted integer not null, granted integer not null,
  issued integer not null, primary key (region, month, service)
) strict, without rowid;
create table role_events (
  organ text not null, entry integer not null, part integer not null, time integer not null, name text not null,
  kid text not null, role text not null, until integer, away text, signer text, primary key (organ, entry, part)
) strict, without rowid;
create table access_events (
  entry integer not null, part integer not null, time integer not null, name text not null, subject text not null,
  kid text not null, org text not null, organ text not null, signer text, deed_id text not null, primary key (entry, part)
) strict, without rowid;
create index access_of_key on access_events (kid, name, entry) where kid <> '';
create index access_of_organ on access_events (organ, name, entry) where organ <> '';
create index access_by_name on access_events (name, entry);
create table desk_places (
  organ text not null, service text not null, region text not null, primary key (organ, service, region)
) strict, without rowid;
create table keys (kid text primary key, org text not null, since integer not null) strict, without rowid;
create table mandate_events (
  principal text not null, agent text not null, entry integer not null, part integer not null, time integer not null,
  name text not null, case_id text not null, transaction_id text not null, facts text not null,
  primary key (principal, entry, part)
) strict, without rowid;
create index mandate_events_of_agent on mandate_events (agent, entry, part);
create table organisations (id text primary key, since integer not null) strict, without rowid;
create table services (id text primary key, since integer not null) strict, without rowid;
`;

/** Makes an empty read model of `chain` in a fresh database. */
export const createTables = (database: DatabaseSync, chain: string): void => {
  database.exec('begin');
  database.exec(TABLES);
  database.prepare('insert into follower values (1, ?, -1, 0)').run(chain);
  database.exec(`pragma user_version = ${SCHEMA_VERSION}`);
  database.exec('commit');
};
