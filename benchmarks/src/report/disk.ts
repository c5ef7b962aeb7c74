import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const BLOCK_BYTES = 512;

/** Bytes allocated on disk below a folder, as `du` counts them; `skip` leaves paths out by name. */
export function allocatedBytes(folder: string, skip: (path: string) => boolean = () => false): number {
  let total = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (skip(path)) continue;
    if (entry.isDirectory()) total += allocatedBytes(path, skip);
    else total += lstatSync(path).blocks * BLOCK_BYTES;
  }
  return total;
}

/** In a bench's folder: the tables of the read model, the load, and the witnesses', who are others. */
export const isNoneOfTheLedger = (path: string): boolean =>
  ['read-model', 'submissions-', 'witness-'].some((name) => path.includes(name));
