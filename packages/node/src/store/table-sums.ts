import { crc32 } from 'node:zlib';
import { derivedDamaged, idOfReplayKey } from './state-rows.ts';
import type { StateTables } from './state-tables.ts';

/** Tables no hash of which stands in the state's tree: a row that is lost from them, or changed, would be missed by nobody. */
const SUMMED = ['transactions', 'replay', 'due'] as const;
type SummedTable = (typeof SUMMED)[number];

const SUMS_KEY = Buffer.from('sums');
const SUM_BYTES = 8;
/** Any other start than 0: two sums that one row changes differently. */
const OTHER_START = 0x9e3779b9;

/**
 * Sums modulo 2^32 over the checksums of each table's rows, whatever their order, kept by whoever writes rows. Against a bad
 * disk only: who may write the directory writes the sums too, and is found by `fsck`, which takes nothing from here.
 */
export class TableSums {
  readonly #sums: Uint32Array;

  private constructor(sums: Uint32Array) {
    this.#sums = sums;
  }

  /** Of tables without rows. */
  static none(): TableSums {
    return new TableSums(new Uint32Array(SUMMED.length * 2));
  }

  /** As they were written with the last batch; of a new directory, none. */
  static read({ meta }: StateTables): TableSums {
    const row = meta.getBinary(SUMS_KEY);
    if (row === undefined) return TableSums.none();
    if (row.length !== SUMMED.length * SUM_BYTES) throw derivedDamaged('meta');
    return new TableSums(Uint32Array.from({ length: SUMMED.length * 2 }, (_, at) => row.readUInt32BE(at * 4)));
  }

  static has(table: string): table is SummedTable {
    return SUMMED.includes(table as SummedTable);
  }

  add(table: SummedTable, key: Uint8Array, row: Uint8Array): void {
    this.#move(table, [crc32(row, crc32(key)), crc32(row, crc32(key, OTHER_START))]);
  }

  remove(table: SummedTable, key: Uint8Array, row: Uint8Array): void {
    this.#move(table, [-crc32(row, crc32(key)), -crc32(row, crc32(key, OTHER_START))]);
  }

  write({ meta }: StateTables): void {
    const row = Buffer.alloc(SUMMED.length * SUM_BYTES);
    for (const [at, sum] of this.#sums.entries()) row.writeUInt32BE(sum, at * 4);
    meta.putSync(SUMS_KEY, row);
  }

  /**
   * Reads every row of these tables, within the 3.3 s in which a node with a million records opens; `onId` hears
   * the id of each transaction they speak of. Throws `derived-damaged`.
   */
  static check(tables: StateTables, onId: (id: string) => void): void {
    const found = TableSums.none();
    for (const table of SUMMED) {
      for (const { key, value } of tables[table].getRange()) {
        found.add(table, key, value);
        if (table === 'transactions') onId(key.toString());
        if (table === 'replay') onId(idOfReplayKey(key));
      }
    }
    const wanted = TableSums.read(tables);
    for (const [at, sum] of found.#sums.entries()) {
      if (sum !== wanted.#sums[at]) throw derivedDamaged(SUMMED[at >> 1] ?? '');
    }
  }

  #move(table: SummedTable, [one, other]: readonly [number, number]): void {
    const at = SUMMED.indexOf(table) * 2;
    // The array takes numbers modulo 2^32 by itself, negative ones too.
    this.#sums[at] = (this.#sums[at] as number) + one;
    this.#sums[at + 1] = (this.#sums[at + 1] as number) + other;
  }
}
