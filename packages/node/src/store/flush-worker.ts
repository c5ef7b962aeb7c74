import { parentPort, workerData } from 'node:worker_threads';
import { readBatch } from './flush-batch.ts';
import { decodeValueRow, encodeTextKey, encodeValueRow } from './state-rows.ts';
import { openStateTables, type StateTables } from './state-tables.ts';

/** Thread that writes batches: LMDB copies a page for nearly every row of a hashed key, and syncs. */
export type FlushRequest = { readonly buffer: ArrayBuffer; readonly length: number } | 'close';
export type FlushAnswer = { readonly error?: string };

const { directory } = workerData as { readonly directory: string };
const tables = openStateTables(directory);

parentPort?.on('message', async (request: FlushRequest) => {
  if (request === 'close') {
    await tables.root.close();
    parentPort?.close();
    return;
  }
  parentPort?.postMessage(write(tables, request));
});

function write(into: StateTables, { buffer, length }: Exclude<FlushRequest, 'close'>): FlushAnswer {
  try {
    // Commits synced before it returns.
    into.root.transactionSync(() => writeAll(into, buffer, length));
    return {};
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function writeAll(into: StateTables, buffer: ArrayBuffer, length: number): void {
  let sequence = lastSequence(into);
  for (const { table, deed, key, row } of readBatch(buffer, length)) {
    const rows = into[table];
    if (table === 'values') {
      dropText(into, key);
      sequence += 1;
      if (deed === 'put') putValue(into, { key, row, sequence });
      else rows.removeSync(key);
    } else if (deed === 'put') rows.putSync(key, row);
    else if (deed === 'remove') rows.removeSync(key);
    else for (const found of [...rows.getKeys(rangeOf(key))]) rows.removeSync(found);
  }
}

function putValue({ values, texts }: StateTables, value: { key: Buffer; row: Buffer; sequence: number }): void {
  const textKey = encodeTextKey(value.sequence);
  values.putSync(value.key, encodeValueRow(value.row.subarray(0, 32), textKey));
  texts.putSync(textKey, value.row.subarray(32), { append: true });
}

function dropText({ values, texts }: StateTables, path: Buffer): void {
  const row = values.getBinary(path);
  if (row !== undefined) texts.removeSync(Buffer.from(decodeValueRow(row).textKey));
}

function lastSequence({ texts }: StateTables): number {
  const [last] = texts.getKeys({ reverse: true, limit: 1 });
  return last === undefined ? 0 : last.readUIntBE(0, 6);
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
