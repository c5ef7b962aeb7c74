import { type PackedRow, readBatch } from './flush-batch.ts';
import { decodeValueRow, encodeValueRow } from './state-rows.ts';
import type { StateTables } from './state-tables.ts';
import { TextWriter } from './text-writer.ts';

/** Writes the rows of a batch, inside a transaction of its caller's. Throws `derived-damaged`. */
export function writeBatch(into: StateTables, batch: Uint8Array): void {
  const texts = new TextWriter(into.texts);
  for (const packed of readBatch(batch)) {
    const { table, deed, key, row } = packed;
    const rows = into[table];
    if (table === 'values') writeValue(into, texts, packed);
    else if (deed === 'put') rows.putSync(key, row);
    else if (deed === 'remove') rows.removeSync(key);
    else for (const found of [...rows.getKeys(rangeOf(key))]) rows.removeSync(found);
  }
  texts.finish();
}

function writeValue({ values }: StateTables, texts: TextWriter, { deed, key, row }: PackedRow): void {
  const old = values.getBinary(key);
  if (old !== undefined) texts.drop(Buffer.from(decodeValueRow(old).textKey));
  if (deed !== 'put') values.removeSync(key);
  else values.putSync(key, encodeValueRow(row.subarray(0, 32), texts.add(row.subarray(32))));
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
