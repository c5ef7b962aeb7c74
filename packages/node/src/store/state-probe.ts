import { execFile } from 'node:child_process';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DATA_FILE = 'data.mdb';
/** Says how the data file looked when it was closed in good order. */
const CLOSED_FILE = 'closed';

/**
 * Whether the state's tables can be read without harm. LMDB trusts its file: a damaged page kills whoever reads it, so
 * after anything but a good end (a kill, a change from outside) another process reads every row first and may die of it.
 */
export async function isStateReadable(directory: string): Promise<boolean> {
  const found = await findStamp(directory);
  if (found === undefined) return true;
  const closed = await readFile(join(directory, CLOSED_FILE), 'utf8').catch(() => undefined);
  return closed === found || (await survivesReading(directory));
}

/** From now on the store is open: whatever ends this process unasked is in doubt. */
export async function markStateOpen(directory: string): Promise<void> {
  await rm(join(directory, CLOSED_FILE), { force: true });
}

export async function markStateClosed(directory: string): Promise<void> {
  const stamp = await findStamp(directory);
  if (stamp !== undefined) await writeFile(join(directory, CLOSED_FILE), stamp);
}

async function findStamp(directory: string): Promise<string | undefined> {
  const found = await stat(join(directory, DATA_FILE)).catch(() => undefined);
  return found === undefined ? undefined : `${found.size} ${found.mtimeMs}\n`;
}

function survivesReading(directory: string): Promise<boolean> {
  const program = fileURLToPath(new URL('./state-probe-process.ts', import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [program, directory], (error) => resolve(error === null));
  });
}
