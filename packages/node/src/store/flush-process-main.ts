import { openStateTables } from './state-tables.ts';
import { StoreError, type StoreErrorCode } from './store-error.ts';
import { writeBatch } from './write-batch.ts';

/** What the writing process answers to a batch. */
export type FlushAnswer = { readonly error?: string; readonly code?: StoreErrorCode | undefined };

const [directory = ''] = process.argv.slice(2);
const parent = process.ppid;

// Whoever stops a group of processes means the node: it says when its last batch is written, by hanging up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
// Between batches nothing is open, and what was answered is durable. Not `exit`: it joins V8's compiling threads, one of which
// may be waiting for this one to collect garbage; a node then waited for ever for its writer (one closing in a thousand).
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('message', async (batch: Uint8Array) => {
  const answer = await write(batch).catch(answerOf);
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
      writeBatch(tables, batch);
    });
  } finally {
    await tables.root.close();
  }
  return {};
}

function answerOf(error: unknown): FlushAnswer {
  return { error: String(error), code: error instanceof StoreError ? error.code : undefined };
}
