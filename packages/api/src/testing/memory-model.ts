import { DatabaseSync } from 'node:sqlite';
import type { CommittedBlock, LedgerNode, OnBlock } from '@minglu/node';
import { Kysely, SqliteDialect } from 'kysely';
import { createTables } from '../database/create-tables.ts';
import type { Database } from '../database/schema.ts';
import { adaptSqlite } from '../database/sqlite-adapter.ts';
import { makeProjector, type ProjectionBlock } from '../followers/apply-records.ts';
import { BlockFeed } from '../followers/block-feed.ts';
import { readBlock } from '../followers/read-block.ts';
import type { BlockMessage } from '../followers/worker-messages.ts';
import { CHAIN } from './test-chain.ts';

export const openTables = (): DatabaseSync => {
  const database = new DatabaseSync(':memory:');
  createTables(database, CHAIN);
  return database;
};

export const queriesOf = (database: DatabaseSync): Kysely<Database> =>
  new Kysely<Database>({ dialect: new SqliteDialect({ database: adaptSqlite(database) }) });

/** A block as the worker gets it: posted by the feed, and opened on the other side. */
export const posted = (blocks: readonly CommittedBlock[]): ProjectionBlock[] => {
  const messages: BlockMessage[] = [];
  const follow = (from: number, onBlock: OnBlock) => {
    for (const block of blocks.slice(from)) onBlock(block);
    return () => undefined;
  };
  const feed = new BlockFeed({ follow } as unknown as LedgerNode, (message) => messages.push(structuredClone(message)));
  feed.start(-1);
  return messages.map(readBlock);
};

/** The rows of a history, written one block at a time. */
export const modelOf = (blocks: readonly CommittedBlock[]): DatabaseSync => {
  const database = openTables();
  const projector = makeProjector(database);
  for (const block of posted(blocks)) projector.apply([block]);
  return database;
};
