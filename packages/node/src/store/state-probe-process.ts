import { openStateTables, type Table } from './state-tables.ts';

/** Reads every row of a state directory and ends with 0, or with an error, or dies of it. */
const [directory] = process.argv.slice(2);
if (directory === undefined) throw new RangeError('which directory?');

const { root, values, texts, due, replay, buckets, transactions, meta } = openStateTables(directory, {
  isReadOnly: true,
});
for (const table of [values, texts, due, replay, buckets, transactions, meta]) readAll(table);
await root.close();

function readAll(table: Table): void {
  // The sum only makes sure that every page of every value is looked at.
  let sum = 0;
  for (const { key, value } of table.getRange()) sum += key.length + value.length + (value.at(-1) ?? 0);
  if (!Number.isSafeInteger(sum)) throw new RangeError('rows without a length');
}
