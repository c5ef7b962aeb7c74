import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskFileSystem } from './disk-file-system.ts';
import type { FileSystem } from './file-system.ts';
import { StoreError } from './store-error.ts';

/** A process for as long as it lives: its number is given away again, number and start together are not. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Boot and start time where the system tells them, else empty. */
  readonly start: string;
}

export interface ProcessTable {
  readonly self: ProcessIdentity;
  isAlive(identity: ProcessIdentity): boolean;
}

export interface DirectoryLock {
  /** After this another process may open the directory. */
  release(): Promise<void>;
}

export const LOCK_FILE = 'lock';

/**
 * Takes a directory for this process; `directory-locked` when a living one has it. Two nodes on one directory would sign
 * two histories. A lock of a process that is gone is taken over.
 */
export async function lockDirectory(
  directory: string,
  fileSystem: FileSystem = diskFileSystem,
  processes: ProcessTable = systemProcesses,
): Promise<DirectoryLock> {
  const file = join(directory, LOCK_FILE);
  if (!(await tryCreate(file, fileSystem, processes.self))) await takeOver(file, fileSystem, processes);
  return { release: () => fileSystem.unlink(file) };
}

/** Only whoever holds the second file may remove the first: else a late comer would remove a fresh lock as stale. */
async function takeOver(file: string, fileSystem: FileSystem, processes: ProcessTable): Promise<void> {
  await refuseIfHeld(file, fileSystem, processes);
  const guard = `${file}.takeover`;
  if (!(await tryCreate(guard, fileSystem, processes.self))) {
    await refuseIfHeld(guard, fileSystem, processes);
    await fileSystem.unlink(guard);
    if (!(await tryCreate(guard, fileSystem, processes.self))) throw locked(file, undefined);
  }
  try {
    await refuseIfHeld(file, fileSystem, processes);
    if ((await fileSystem.findSize(file)) !== undefined) await fileSystem.unlink(file);
    if (!(await tryCreate(file, fileSystem, processes.self))) throw locked(file, undefined);
  } finally {
    await fileSystem.unlink(guard);
  }
}

async function tryCreate(file: string, fileSystem: FileSystem, self: ProcessIdentity): Promise<boolean> {
  try {
    const handle = await fileSystem.open(file, 'create');
    await handle.write(Buffer.from(`${self.pid} ${self.start}\n`), 0).finally(() => handle.close());
    return true;
  } catch (error) {
    if (error instanceof StoreError && error.facts.errno === 'EEXIST') return false;
    throw error;
  }
}

async function refuseIfHeld(file: string, fileSystem: FileSystem, processes: ProcessTable): Promise<void> {
  const text = Buffer.from((await fileSystem.readFile(file)) ?? new Uint8Array()).toString();
  const [, pid, start] = /^([1-9][0-9]*) (.*)\n$/.exec(text) ?? [];
  // A lock without a readable holder was torn by a power cut before its process did anything.
  if (pid === undefined || start === undefined) return;
  const holder = { pid: Number(pid), start };
  if (processes.isAlive(holder)) throw locked(file, holder.pid);
}

function locked(file: string, pid: number | undefined): StoreError {
  return new StoreError('directory-locked', { file, pid, remedy: 'stop the other process first' });
}

export const systemProcesses: ProcessTable = {
  self: { pid: process.pid, start: startOf(process.pid) },
  isAlive({ pid, start }) {
    try {
      process.kill(pid, 0);
    } catch (error) {
      // EPERM: it lives and belongs to somebody else.
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    }
    const now = startOf(pid);
    return now === '' || start === '' || now === start;
  },
};

function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22; the second is the command in brackets, which may itself hold spaces and brackets.
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${boot} ${started}`;
  } catch {
    return '';
  }
}
