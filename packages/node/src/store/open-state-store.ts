import { mkdir } from 'node:fs/promises';
import { emptyMark } from './empty-mark.ts';
import { IdFilter } from './id-filter.ts';
import { LmdbStateStore } from './lmdb-state-store.ts';
import { MARK_KEY } from './pack-overlay.ts';
import { isStateReadable, markStateOpen } from './state-probe.ts';
import { decodeMark, derivedDamaged } from './state-rows.ts';
import type { StateMark, StateStore } from './state-store.ts';
import type { StateTables } from './state-tables.ts';
import { StoreError } from './store-error.ts';
import { TableSums } from './table-sums.ts';
import { TablesOnDisk } from './tables-on-disk.ts';

export interface StateStoreOptions {
  readonly directory: string;
  /** Of the tree's nodes in memory, about 160 a key; what is beyond is hashed again from the values at need. */
  readonly treeBytes?: number;
  /** Value texts kept in memory. */
  readonly hotValues?: number;
}

/**
 * Opens the state on disk; an empty directory is the state before block 0. The mark's checksum, the root over all bucket
 * records and the rows of the tables outside the tree are checked; leaves and values are checked when they are read. `derived-damaged` means: drop the
 * directory and apply the blocks again.
 */
export async function openStateStore(options: StateStoreOptions): Promise<StateStore> {
  const { directory, treeBytes = 512 * 1024 * 1024, hotValues = 8_000 } = options;
  await mkdir(directory, { recursive: true });
  if (!(await isStateReadable(directory))) throw derivedDamaged('all');
  await markStateOpen(directory);
  const disk = openTables(directory);
  const { tables } = disk;
  // A writer whose node was killed may be in its last transaction: wait for it, before anything is read.
  tables.root.transactionSync(() => {});
  try {
    const known = new IdFilter();
    TableSums.check(tables, (id) => known.add(id));
    const mark = readMark(tables);
    // All of the file was looked at.
    disk.reopen();
    return new LmdbStateStore({ directory, disk, known, mark, treeBytes, hotValues });
  } catch (error) {
    await disk.close();
    throw error instanceof StoreError ? error : derivedDamaged('unknown', error);
  }
}

function openTables(directory: string): TablesOnDisk {
  try {
    return new TablesOnDisk(directory);
  } catch (error) {
    throw derivedDamaged('all', error);
  }
}

function readMark(tables: StateTables): StateMark {
  const row = tables.meta.get(MARK_KEY);
  if (row !== undefined) return decodeMark(row);
  // Rows without a mark: the mark was lost, and nobody knows what height they are of.
  for (const table of [tables.values, tables.transactions, tables.buckets]) {
    for (const _ of table.getKeys({ limit: 1 })) throw derivedDamaged('meta');
  }
  return emptyMark;
}
