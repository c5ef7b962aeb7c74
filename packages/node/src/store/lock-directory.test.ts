import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { diskFileSystem } from './disk-file-system.ts';
import { LOCK_FILE, lockDirectory, type ProcessTable, systemProcesses } from './lock-directory.ts';
import { TracedFileSystem } from './testing/traced-file-system.ts';

const directory = mkdtempSync(join(tmpdir(), 'minglu-lock-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** A machine on which the processes of `alive` run, seen by the one with `pid`. */
function machine(pid: number, alive: Set<string>): ProcessTable {
  return { self: { pid, start: `boot ${pid}` }, isAlive: ({ pid: other, start }) => alive.has(`${other} ${start}`) };
}

async function newDisk(): Promise<TracedFileSystem> {
  const disk = new TracedFileSystem();
  await disk.makeDirectory('node');
  return disk;
}

describe('lockDirectory', () => {
  it('refuses a second process at once and lets it in after the first has left', async () => {
    const [disk, alive] = [await newDisk(), new Set(['1 boot 1', '2 boot 2'])];
    const lock = await lockDirectory('node', disk, machine(1, alive));
    const refusal = { code: 'directory-locked', facts: { pid: 1 } };
    await expect(lockDirectory('node', disk, machine(2, alive))).rejects.toMatchObject(refusal);
    await lock.release();
    await lockDirectory('node', disk, machine(2, alive));
    expect(disk.paths()).toEqual(['node/lock']);
  });

  it('refuses the same process a second time', async () => {
    const lock = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toMatchObject({
      code: 'directory-locked',
      facts: { pid: process.pid },
    });
    await lock.release();
  });

  it('takes over from a process that is gone, whoever has its number now', async () => {
    const [disk, alive] = [await newDisk(), new Set(['1 boot 1'])];
    await lockDirectory('node', disk, machine(1, alive));
    alive.clear();
    alive.add('1 another boot');
    await lockDirectory('node', disk, machine(2, alive));
    expect(Buffer.from(disk.readFileNow('node/lock') as Uint8Array).toString()).toBe('2 boot 2\n');
    expect(disk.paths()).toEqual(['node/lock']);
  });

  it('lets one of two in that find the same stale lock', async () => {
    const disk = await newDisk();
    await lockDirectory('node', disk, machine(1, new Set()));
    const alive = new Set(['2 boot 2', '3 boot 3']);
    const takers = await Promise.allSettled([
      lockDirectory('node', disk, machine(2, alive)),
      lockDirectory('node', disk, machine(3, alive)),
    ]);
    expect(takers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('clears away what a take-over that died left behind', async () => {
    const disk = await newDisk();
    await lockDirectory('node', disk, machine(1, new Set()));
    const guard = await disk.open('node/lock.takeover', 'create');
    await guard.write(Buffer.from('9 boot 9\n'), 0);
    await lockDirectory('node', disk, machine(2, new Set(['2 boot 2'])));
    expect(disk.paths()).toEqual(['node/lock']);
  });

  it('takes over a lock that was torn', async () => {
    writeFileSync(join(directory, LOCK_FILE), '');
    await (await lockDirectory(directory)).release();
  });
});

describe('systemProcesses', () => {
  it('knows itself alive, an ended process gone, and one with this number but another start gone', () => {
    expect(systemProcesses.isAlive(systemProcesses.self)).toBe(true);
    const ended = spawnSync(process.execPath, ['-e', '']).pid;
    expect(systemProcesses.isAlive({ pid: ended, start: '' })).toBe(false);
    const earlier = { pid: process.pid, start: 'boot-before 1' };
    if (systemProcesses.self.start !== '') expect(systemProcesses.isAlive(earlier)).toBe(false);
  });

  it('fails with the file system’s own error where no file can be made', async () => {
    const missing = join(directory, 'missing');
    await expect(lockDirectory(missing, diskFileSystem)).rejects.toMatchObject({ code: 'write-failed' });
  });
});
