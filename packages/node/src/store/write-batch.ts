import { type PackedRow, readPiece } from './flush-batch.ts';
import { decodeValueRow, encodeValueRow } from './state-rows.ts';
import type { StateTables } from './state-tables.ts';
import { TableSums } from './table-sums.ts';
import { TextWriter } from './text-writer.ts';

/** Writes the rows of a batch, inside a transaction of its caller's. Throws `derived-damaged`. */
export function writeBatch(into: StateTables, pieces: readonly Buffer[]): void {
  const texts = new TextWriter(into.texts);
  const sums = TableSums.read(into);
  for (const piece of pieces) {
    for (const packed of readPiece(piece)) {
      if (packed.table === 'values') writeValue(into, texts, packed);
      else if (packed.deed === 'drop') dropRows(into, sums, packed);
      else writeRow(into, sums, packed);
    }
  }
  texts.finish();
  sums.write(into);
}

function writeValue({ values }: StateTables, texts: TextWriter, { deed, key, row }: PackedRow): void {
  const old = values.getBinary(key);
  if (old !== undefined) texts.drop(Buffer.from(decodeValueRow(old).textKey));
  if (deed !== 'put') values.removeSync(key);
  else values.putSync(key, encodeValueRow(row.subarray(0, 32), texts.add(row.subarray(32))));
}

function writeRow(into: StateTables, sums: TableSums, { table, deed, key, row }: PackedRow): void {
  const rows = into[table];
  if (TableSums.has(table)) {
    const old = rows.getBinary(key);
    if (old !== undefined) sums.remove(table, key, old);
    if (deed === 'put') sums.add(table, key, row);
  }
  if (deed === 'put') rows.putSync(key, row);
  else rows.removeSync(key);
}

function dropRows(into: StateTables, sums: TableSums, { table, key }: PackedRow): void {
  const rows = into[table];
  for (const found of [...rows.getRange(rangeOf(key))]) {
    if (TableSums.has(table)) sums.remove(table, found.key, found.value);
    rows.removeSync(found.key);
  }
}

/** All keys that begin with `prefix`, which ends below 0xff. */
function rangeOf(prefix: Buffer): { start: Buffer; end: Buffer } {
  const end = Buffer.from(prefix);
  for (let at = end.length - 1; at >= 0; at--) {
    end[at] = ((end[at] as number) + 1) & 0xff;
    if (end[at] !== 0) break;
  }
  return { start: Buffer.from(prefix), end };
}
