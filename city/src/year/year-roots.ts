import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, 'year-roots.txt');

/** One line a month: the month, the log's size at its end, the log's root, which covers every entry and every state root. */
export function readYearRoots(): readonly string[] {
  return readFileSync(FILE, 'utf8').trimEnd().split('\n');
}

/** A line out of a checkpoint (C2SP tlog-checkpoint: origin, size, root). */
export function rootLine(month: string, checkpoint: string): string {
  const [, size = '', root = ''] = checkpoint.split('\n');
  return `${month} ${size} ${root}`;
}

/** Where the ledger of these roots is kept once it was built; the set-up computes the same. */
export function yearFolder(root: string): string {
  const name = createHash('sha256').update(readFileSync(FILE)).digest('hex').slice(0, 16);
  return join(root, '.cache', `year-${name}`);
}

/** Where one that was played for a single city waits to be moved in (an unpacked archive's; its launcher says the same). */
export function ownYear(directory: string): string {
  return join(directory, '.year');
}
