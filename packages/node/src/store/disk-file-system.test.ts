import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskFileSystem } from './disk-file-system.ts';
import type { FileSystem } from './file-system.ts';
import { StoreError } from './store-error.ts';
import { TracedFileSystem } from './testing/traced-file-system.ts';
import { writeFileDurably } from './write-file-durably.ts';

const top = mkdtempSync(join(tmpdir(), 'minglu-disk-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const kinds: readonly { name: string; fileSystem: FileSystem }[] = [
  { name: 'diskFileSystem', fileSystem: diskFileSystem },
  { name: 'TracedFileSystem', fileSystem: new TracedFileSystem() },
];

describe.each(kinds)('$name', ({ name, fileSystem }) => {
  const directory = join(top, name, 'deep');
  const path = (file: string) => join(directory, file);
  const text = async (file: string) => Buffer.from((await fileSystem.readFile(path(file))) ?? []).toString();

  beforeAll(() => fileSystem.makeDirectory(directory));

  it('writes at a position, reads up to the end, cuts, and syncs', async () => {
    const file = await fileSystem.open(path('a'), 'write');
    await file.write(Buffer.from('0123456789'), 0);
    await file.write(Buffer.from('xy'), 4);
    await file.datasync();
    expect(Buffer.from(await file.read(3, 4)).toString()).toBe('3xy6');
    expect(Buffer.from(await file.read(8, 100)).toString()).toBe('89');
    expect(await file.read(50, 4)).toHaveLength(0);
    await file.truncate(5);
    expect(await file.size()).toBe(5);
    await file.close();
    expect(await text('a')).toBe('0123x');
    expect(await fileSystem.findSize(path('a'))).toBe(5);
    expect(Buffer.from(fileSystem.readFileNow(path('a')) ?? []).toString()).toBe('0123x');
  });

  it('keeps what a file holds when it is opened again for writing', async () => {
    await (await fileSystem.open(path('kept'), 'create')).write(Buffer.from('old'), 0);
    await (await fileSystem.open(path('kept'), 'write')).write(Buffer.from('!'), 3);
    expect(await text('kept')).toBe('old!');
  });

  it('makes a file once only', async () => {
    await (await fileSystem.open(path('once'), 'create')).close();
    const again = fileSystem.open(path('once'), 'create');
    await expect(again).rejects.toMatchObject({ code: 'write-failed', facts: { errno: 'EEXIST', file: path('once') } });
  });

  it('finds nothing where there is nothing', async () => {
    expect(await fileSystem.readFile(path('none'))).toBeUndefined();
    expect(fileSystem.readFileNow(path('none'))).toBeUndefined();
    expect(await fileSystem.findSize(path('none'))).toBeUndefined();
    expect(await fileSystem.list(path('none'))).toEqual([]);
    await expect(fileSystem.open(path('none'), 'read')).rejects.toMatchObject({ code: 'read-failed' });
    await expect(fileSystem.unlink(path('none'))).rejects.toBeInstanceOf(StoreError);
    await expect(fileSystem.rename(path('none'), path('other'))).rejects.toMatchObject({ code: 'write-failed' });
    await expect(fileSystem.open(join(top, 'no-folder', 'file'), 'write')).rejects.toMatchObject({
      code: 'write-failed',
    });
  });

  it('lists, renames over another file, and removes', async () => {
    const folder = join(top, name, 'names');
    await fileSystem.makeDirectory(folder);
    await writeFileDurably(fileSystem, join(folder, 'one'), Buffer.from('1'));
    await writeFileDurably(fileSystem, join(folder, 'two'), Buffer.from('2'));
    expect([...(await fileSystem.list(folder))].sort()).toEqual(['one', 'two']);
    await fileSystem.rename(join(folder, 'one'), join(folder, 'two'));
    await fileSystem.syncDirectory(folder);
    expect(await fileSystem.list(folder)).toEqual(['two']);
    expect(Buffer.from((await fileSystem.readFile(join(folder, 'two'))) ?? []).toString()).toBe('1');
    await fileSystem.unlink(join(folder, 'two'));
    expect(await fileSystem.list(folder)).toEqual([]);
  });

  it('puts a whole file in place of a longer one', async () => {
    await writeFileDurably(fileSystem, path('whole'), Buffer.from('a long text'));
    await writeFileDurably(fileSystem, path('whole'), Buffer.from('short'));
    expect(await text('whole')).toBe('short');
    expect(await fileSystem.findSize(path('whole.tmp'))).toBeUndefined();
  });
});
