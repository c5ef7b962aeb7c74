import { readBatch } from './flush-batch.ts';
import { decodeValueRow, encodeTextKey, encodeValueRow } from './state-rows.ts';
import { openStateTables, type StateTables } from './state-tables.ts';

/** What the writing process answers to a batch. */
export type FlushAnswer = { readonly error?: string };

const [directory = ''] = process.argv.slice(2);
const parent = process.ppid;

// Whoever stops a group of processes means the node: it says when its last batch is written, by hanging up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit(0));
process.on('message', async (batch: Uint8Array) => {
  const answer = await write(batch).catch((error: unknown) => ({ error: String(error) }));
  // A node that is gone hears no answer; the batch is whole or not there at all.
  if (process.connected) process.send?.(answer, undefined, undefined, () => {});
});

/** The tables are open for one batch only: the pages of LMDB's map would stay resident as long as they are. */
async function write(batch: Uint8Array): Promise<FlushAnswer> {
  const tables = openStateTables(directory);
  try {
    // Synced to disk before it returns.
    tables.root.transactionSync(() => {
      // Inside, where the next node waits for us: a batch of one that was killed must not come after it has begun to read.
      if (process.ppid !== parent) throw new Error('the node is gone');
      writeAll(tables, batch);
    });
  } finally {
    await tables.root.close();
  }
  return {};
}

function writeAll(into: StateTables, batch: Uint8Array): void {
  let sequence = lastSequence(into);
  for (const { table, deed, key, row } of readBatch(batch)) {
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
