import { describe, expect, it } from 'vitest';
import { writeFileDurably } from '../write-file-durably.ts';
import { type CutMode, cutDisk, toldBefore } from './cut-disk.ts';
import { seededRandom } from './seeded-random.ts';
import { TracedFileSystem } from './traced-file-system.ts';

const text = (disk: TracedFileSystem, path: string): string | undefined => {
  const bytes = disk.readFileNow(path);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString();
};

async function newDisk(): Promise<TracedFileSystem> {
  const disk = new TracedFileSystem();
  await disk.makeDirectory('a');
  return disk;
}

const cutAtEnd = (disk: TracedFileSystem, mode: CutMode, seed = 1) =>
  cutDisk(disk.trace, disk.trace.length, mode, seededRandom(seed));

describe('cutDisk', () => {
  it('loses what was not synced, and keeps what was', async () => {
    const disk = await newDisk();
    const file = await disk.open('a/file', 'create');
    await file.write(Buffer.from('one'), 0);
    await file.datasync();
    await disk.syncDirectory('a');
    await file.write(Buffer.from('two'), 3);
    expect(text(cutAtEnd(disk, 'lost'), 'a/file')).toBe('one');
    expect(text(cutAtEnd(disk, 'kept'), 'a/file')).toBe('onetwo');
  });

  it('loses a synced file whose name was not synced', async () => {
    const disk = await newDisk();
    const file = await disk.open('a/file', 'create');
    await file.write(Buffer.from('one'), 0);
    await file.datasync();
    expect(text(cutAtEnd(disk, 'lost'), 'a/file')).toBeUndefined();
    expect(text(cutAtEnd(disk, 'kept'), 'a/file')).toBe('one');
  });

  it('may give a renamed file without its content, when that was never synced', async () => {
    const disk = await newDisk();
    const file = await disk.open('a/new', 'create');
    await file.write(Buffer.from('content'), 0);
    await disk.rename('a/new', 'a/file');
    await disk.syncDirectory('a');
    expect(text(cutAtEnd(disk, 'lost'), 'a/file')).toBe('');
  });

  it('brings an unlinked file back when the removal was not synced', async () => {
    const disk = await newDisk();
    await writeFileDurably(disk, 'a/file', Buffer.from('x'));
    await disk.unlink('a/file');
    expect(text(cutAtEnd(disk, 'lost'), 'a/file')).toBe('x');
    expect(text(cutAtEnd(disk, 'kept'), 'a/file')).toBeUndefined();
  });

  it('tears a long write: some of its sectors arrive, later writes may come before earlier ones', async () => {
    const disk = await newDisk();
    await writeFileDurably(disk, 'a/file', Buffer.alloc(4096, '.'));
    const file = await disk.open('a/file', 'write');
    await file.write(Buffer.alloc(2048, 'a'), 0);
    await file.write(Buffer.alloc(2048, 'b'), 2048);
    const found = new Set(Array.from({ length: 300 }, (_, seed) => text(cutAtEnd(disk, 'torn', seed), 'a/file')));
    const shapes = [...found].map((one) => [0, 512, 1024, 1536, 2048, 3584].map((at) => one?.[at]).join(''));
    expect(shapes.some((shape) => shape.startsWith('....b'))).toBe(true);
    expect(shapes.some((shape) => /a.*\..*a/.test(shape.slice(0, 4)))).toBe(true);
    expect(found.size).toBeGreaterThan(20);
  });

  it('knows what the program had been told by then', async () => {
    const disk = await newDisk();
    disk.told('first');
    await disk.open('a/file', 'create');
    disk.told('second');
    expect(toldBefore(disk.trace, 2)).toEqual(['first']);
    expect(toldBefore(disk.trace, 3)).toEqual(['first', 'second']);
  });

  it('is the same cut for the same seed', async () => {
    const disk = await newDisk();
    const file = await disk.open('a/file', 'create');
    for (let at = 0; at < 10; at++) await file.write(Buffer.alloc(1000, 65 + at), at * 900);
    expect(text(cutAtEnd(disk, 'torn', 4), 'a/file')).toBe(text(cutAtEnd(disk, 'torn', 4), 'a/file'));
  });
});

describe('writeFileDurably', () => {
  it('leaves the old file or the new one, whole, wherever the power went', async () => {
    const disk = await newDisk();
    const [old, fresh] = ['o'.repeat(3000), 'n'.repeat(1700)];
    await writeFileDurably(disk, 'a/file', Buffer.from(old));
    const start = disk.trace.length;
    await writeFileDurably(disk, 'a/file', Buffer.from(fresh));
    const random = seededRandom(2);
    for (let length = start; length <= disk.trace.length; length++) {
      for (const mode of ['lost', 'kept', 'torn', 'torn', 'torn'] as const) {
        expect([old, fresh]).toContain(text(cutDisk(disk.trace, length, mode, random), 'a/file'));
      }
    }
    expect(text(cutAtEnd(disk, 'lost'), 'a/file')).toBe(fresh);
  });
});

describe('TracedFileSystem', () => {
  it('refuses the call it was told to refuse, and that one only', async () => {
    const disk = await newDisk();
    const file = await disk.open('a/file', 'create');
    disk.refuse(disk.calls + 1, 'ENOSPC');
    await file.write(Buffer.from('ab'), 0);
    await expect(file.write(Buffer.from('cdef'), 2)).rejects.toMatchObject({
      code: 'storage-full',
      facts: { errno: 'ENOSPC' },
    });
    expect(text(disk, 'a/file')).toBe('abcd');
    await file.write(Buffer.from('ef'), 4);
    expect(text(disk, 'a/file')).toBe('abcdef');
  });
});
