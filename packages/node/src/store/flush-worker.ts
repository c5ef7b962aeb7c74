import { parentPort, workerData } from 'node:worker_threads';
import { readBatch } from './flush-batch.ts';
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
  for (const { table, deed, key, row } of readBatch(buffer, length)) {
    const rows = into[table];
    if (deed === 'put') rows.putSync(Buffer.from(key), Buffer.from(row));
    if (deed === 'remove') rows.removeSync(Buffer.from(key));
    if (deed === 'drop') for (const found of [...rows.getKeys(rangeOf(key))]) rows.removeSync(found);
  }
}

/** All keys that begin with `prefix`, which ends below 0xff. */
function rangeOf(prefix: Uint8Array): { start: Buffer; end: Buffer } {
  const end = Buffer.from(prefix);
  for (let at = end.length - 1; at >= 0; at--) {
    end[at] = ((end[at] as number) + 1) & 0xff;
    if (end[at] !== 0) break;
  }
  return { start: Buffer.from(prefix), end };
}
