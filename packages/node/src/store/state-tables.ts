import { type Database, open, type RootDatabase } from 'lmdb';

/** Tables of the state on disk; keys and rows are bytes, `state-rows.ts` says which. */
export interface StateTables {
  readonly root: RootDatabase<Buffer, Buffer>;
  /** By path: small rows, for their order is random and a flush copies nearly a page for each. */
  readonly values: Table;
  /** Packs of texts by number, in order of writing: new ones fill whole pages, old ones are seldom touched. */
  readonly texts: Table;
  readonly due: Table;
  readonly replay: Table;
  readonly buckets: Table;
  readonly transactions: Table;
  readonly meta: Table;
}

/** Of address space, not of memory or disk: a map that must grow is mapped anew while the old one still counts. */
const MAP_BYTES = 64 * 1024 ** 3;

export type Table = Database<Buffer, Buffer>;

/**
 * Opens the tables. Every commit is synced to disk before it resolves: no `noSync`, and no overlapping sync, which
 * would report a commit before it is durable.
 */
export function openStateTables(directory: string, { isReadOnly = false } = {}): StateTables {
  const bytes = { keyEncoding: 'binary', encoding: 'binary' } as const;
  const root = open<Buffer, Buffer>({
    path: directory,
    ...bytes,
    maxDbs: 10,
    readOnly: isReadOnly,
    overlappingSync: false,
    noMemInit: true,
    mapSize: MAP_BYTES,
  });
  const table = (name: string): Table => root.openDB<Buffer, Buffer>({ name, ...bytes });
  return {
    root,
    values: table('values'),
    texts: table('texts'),
    due: table('due'),
    replay: table('replay'),
    buckets: table('buckets'),
    transactions: table('transactions'),
    meta: table('meta'),
  };
}
