import { dirname, join } from 'node:path';
import { diskFileSystem } from './disk-file-system.ts';
import type { FileSystem } from './file-system.ts';
import { StoreError } from './store-error.ts';
import { writeFileDurably } from './write-file-durably.ts';

/**
 * Raised by whoever changes what any store writes. 1: bundles raw. 2: full bundles of entries, sidecars and traces packed
 * (docs/decisions/0007); a directory of 1 is refused.
 */
export const DISK_FORMAT = 2;
export const FORMAT_FILE = 'format';

/**
 * Marks a new directory with this binary's disk format, and refuses one it does not know (`format-unknown`): an old
 * binary that guesses at new data damages it.
 */
export async function checkDiskFormat(directory: string, fileSystem: FileSystem = diskFileSystem): Promise<void> {
  const bytes = await fileSystem.readFile(join(directory, FORMAT_FILE));
  if (bytes === undefined) return markNew(directory, fileSystem);
  refuseOtherFormat(join(directory, FORMAT_FILE), bytes);
}

/** The same for who only reads. Nothing when there is no mark: what is missing besides is said by who misses it. */
export async function checkDiskFormatIfThere(directory: string, fileSystem: FileSystem): Promise<void> {
  const file = join(directory, FORMAT_FILE);
  const bytes = await fileSystem.readFile(file);
  if (bytes !== undefined) refuseOtherFormat(file, bytes);
}

function refuseOtherFormat(file: string, bytes: Uint8Array): void {
  const found = /^minglu disk format ([1-9][0-9]{0,5})\n$/.exec(Buffer.from(bytes).toString())?.[1];
  if (found === undefined) throw new StoreError('format-unknown', { file, remedy: 'not a directory of this program' });
  if (Number(found) === DISK_FORMAT) return;
  const remedy =
    Number(found) > DISK_FORMAT
      ? 'use the newer program that wrote it'
      : 'export with the program that wrote it, then import';
  throw new StoreError('format-unknown', { file, found: Number(found), known: DISK_FORMAT, remedy });
}

/** Only over nothing: data without its mark was written by who knows what. */
async function markNew(directory: string, fileSystem: FileSystem): Promise<void> {
  const file = join(directory, FORMAT_FILE);
  const own = ['lock', 'lock.takeover', `${FORMAT_FILE}.tmp`];
  const names = (await fileSystem.list(directory)).filter((name) => !own.includes(name));
  if (names.length > 0) {
    throw new StoreError('format-unknown', {
      file,
      remedy: 'this directory has data but no format file; name another',
    });
  }
  await writeFileDurably(fileSystem, file, Buffer.from(`minglu disk format ${DISK_FORMAT}\n`));
  // Its own name, too, is to outlive a power cut.
  await fileSystem.syncDirectory(dirname(directory));
}
