import { openStateStore } from '../open-state-store.ts';
import { bulkChanges } from './bulk-changes.ts';

/** Applies blocks, says when a flush is done, and dies `delayMs` after the next one has begun. */
const [directory = '', delayMs = '0'] = process.argv.slice(2);
const store = await openStateStore({ directory });

for (let turn = 0; turn < 2; turn++) {
  const height = store.mark().height + 1;
  store.apply(bulkChanges(height, 3000), {
    height,
    logSize: height + 1,
    transactions: [{ id: `id${height}`, index: height }],
  });
  const flushing = store.flush();
  if (turn === 1) setTimeout(() => process.kill(process.pid, 'SIGKILL'), Number(delayMs));
  await flushing;
  process.stdout.write(`${height}\n`);
}
