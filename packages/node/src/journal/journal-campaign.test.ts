import { describe, expect, it } from 'vitest';
import type { FileSystem, OpenFile } from '../store/file-system.ts';
import { cutDisk, toldBefore } from '../store/testing/cut-disk.ts';
import { seededRandom } from '../store/testing/seeded-random.ts';
import { TracedFileSystem } from '../store/testing/traced-file-system.ts';
import { openJournal } from './open-journal.ts';

const DIRECTORY = 'node/journal';

/** A file system that forgets some of its duties: the campaign must notice. */
function careless(disk: TracedFileSystem, forgets: { readonly datasync?: true; readonly names?: true }): FileSystem {
  return {
    open: async (path, mode) => {
      const file = await disk.open(path, mode);
      return forgets.datasync === true ? ({ ...file, datasync: async () => {} } satisfies OpenFile) : file;
    },
    readFile: (path) => disk.readFile(path),
    readFileNow: (path) => disk.readFileNow(path),
    rename: (from, to) => disk.rename(from, to),
    unlink: (path) => disk.unlink(path),
    list: (directory) => disk.list(directory),
    makeDirectory: (directory) => disk.makeDirectory(directory),
    syncDirectory: async (directory) => (forgets.names === true ? undefined : disk.syncDirectory(directory)),
    findSize: (path) => disk.findSize(path),
  };
}

/** Blocks that were told to be durable and are gone after some cut. */
async function lostBlocks(forgets: { readonly datasync?: true; readonly names?: true }): Promise<number> {
  const disk = new TracedFileSystem();
  const { journal } = await openJournal({
    directory: DIRECTORY,
    fileSystem: careless(disk, forgets),
    segmentBytes: 500,
  });
  for (let height = 0; height < 8; height++) {
    await journal.append({ height, payload: Buffer.alloc(200, height) });
    disk.told(String(height));
  }
  const random = seededRandom(1);
  let lost = 0;
  for (let length = 0; length <= disk.trace.length; length++) {
    const cut = cutDisk(disk.trace, length, 'lost', random);
    const told = Number(toldBefore(disk.trace, length).at(-1) ?? -1);
    // Not to be opened at all is a loss too.
    const found = await openJournal({ directory: DIRECTORY, fileSystem: cut }).catch(() => undefined);
    if (found === undefined || (found.journal.heights()?.last ?? -1) < told) lost += 1;
  }
  return lost;
}

describe('the campaign of power cuts', () => {
  it('finds no loss in the journal as it is', async () => {
    expect(await lostBlocks({})).toBe(0);
  });

  it('notices a journal that does not sync its records', async () => {
    expect(await lostBlocks({ datasync: true })).toBeGreaterThan(0);
  });

  it('notices a journal that does not sync the names of its segments', async () => {
    expect(await lostBlocks({ names: true })).toBeGreaterThan(0);
  });
});
