import { describe, expect, it } from 'vitest';
import { checkDiskFormat, DISK_FORMAT } from './disk-format.ts';
import { TracedFileSystem } from './testing/traced-file-system.ts';

async function diskWith(path: string | undefined, text = ''): Promise<TracedFileSystem> {
  const disk = new TracedFileSystem();
  await disk.makeDirectory('node');
  if (path !== undefined) await (await disk.open(path, 'create')).write(Buffer.from(text), 0);
  return disk;
}

describe('checkDiskFormat', () => {
  it('marks an empty directory, though it is locked already, and knows its own mark again', async () => {
    const disk = await diskWith('node/lock');
    await checkDiskFormat('node', disk);
    await checkDiskFormat('node', disk);
    expect(Buffer.from(disk.readFileNow('node/format') as Uint8Array).toString()).toBe(
      `minglu disk format ${DISK_FORMAT}\n`,
    );
  });

  it('refuses what a newer program wrote and says so', async () => {
    const disk = await diskWith('node/format', `minglu disk format ${DISK_FORMAT + 1}\n`);
    const facts = { found: DISK_FORMAT + 1, known: DISK_FORMAT, remedy: 'use the newer program that wrote it' };
    await expect(checkDiskFormat('node', disk)).rejects.toMatchObject({ code: 'format-unknown', facts });
  });

  it('refuses raw bundles, which an older program wrote', async () => {
    const disk = await diskWith('node/format', 'minglu disk format 1\n');
    const facts = { found: 1, known: 2, remedy: 'export with the program that wrote it, then import' };
    await expect(checkDiskFormat('node', disk)).rejects.toMatchObject({ code: 'format-unknown', facts });
  });

  it('refuses a mark that it cannot read', async () => {
    for (const text of ['', 'minglu disk format 0\n', 'minglu disk format 1', 'something else\n']) {
      const disk = await diskWith('node/format', text);
      await expect(checkDiskFormat('node', disk)).rejects.toMatchObject({ code: 'format-unknown' });
    }
  });

  it('refuses data without a mark', async () => {
    const disk = await diskWith('node/journal', 'x');
    await expect(checkDiskFormat('node', disk)).rejects.toMatchObject({ code: 'format-unknown' });
  });
});
