import { writeSync } from 'node:fs';
import { BatchReader, type FlushAnswer } from './flush-frames.ts';
import { openStateTables } from './state-tables.ts';
import { StoreError } from './store-error.ts';
import { writeBatch } from './write-batch.ts';

const STANDARD_INPUT = 0;
const STANDARD_OUTPUT = 1;

const [directory = ''] = process.argv.slice(2);
const parent = process.ppid;

// Whoever stops a group of processes means the node: it says when its last batch is written, by closing our input.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

const batches = new BatchReader(STANDARD_INPUT);
for (let batch = batches.read(); batch !== undefined; batch = batches.read()) {
  const answer = await write(batch).catch(answerOf);
  say(answer);
}
// Nothing is open here, and what was answered is durable. Not `exit`: it joins V8's compiling threads, one of which
// may be waiting for this one to collect garbage; a node then waited for ever for its writer (one closing in a thousand).
process.kill(process.pid, 'SIGKILL');

/** The tables are open for one batch only: the pages of LMDB's map would stay resident as long as they are. */
async function write(batch: readonly Buffer[]): Promise<FlushAnswer> {
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

/** A node that is gone hears no answer; the batch is whole or not there at all. */
function say(answer: FlushAnswer): void {
  try {
    writeSync(STANDARD_OUTPUT, `${JSON.stringify(answer)}\n`);
  } catch {
    // Our input is at its end then, too.
  }
}

function answerOf(error: unknown): FlushAnswer {
  return { error: String(error), code: error instanceof StoreError ? error.code : undefined };
}
