import { readFileSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile } from 'node:fs/promises';
import type { AuditFile, AuditFiles } from './audit-files.ts';

/** The machine's own disk. Files are for their owner only. */
export const diskFiles: AuditFiles = {
  open: async (path) => fileOf(await openOrMake(path)),
  readFile: (path) => unlessAbsent(readFile(path)),
  readFileNow: (path) => {
    try {
      return readFileSync(path);
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  },
  list: async (directory) => (await unlessAbsent(readdir(directory))) ?? [],
  makeDirectory: async (directory) => {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  },
  syncDirectory: async (directory) => {
    const handle = await open(directory, 'r');
    await handle.sync().finally(() => handle.close());
  },
};

const openOrMake = async (path: string): Promise<FileHandle> => {
  try {
    return await open(path, 'r+');
  } catch (error) {
    if (!isAbsent(error)) throw error;
    return open(path, 'wx+', 0o600);
  }
};

const fileOf = (handle: FileHandle): AuditFile => ({
  write: async (bytes, position) => {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  },
  truncate: (size) => handle.truncate(size),
  datasync: () => handle.datasync(),
  close: () => handle.close(),
});

const unlessAbsent = async <Found>(finding: Promise<Found>): Promise<Found | undefined> => {
  try {
    return await finding;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
};

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';
