import { readFileSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import type { FileSystem, OpenFile, OpenMode } from './file-system.ts';
import { StoreError, type StoreErrorCode } from './store-error.ts';

const FLAGS: Readonly<Record<OpenMode, readonly string[]>> = { read: ['r'], write: ['r+', 'wx+'], create: ['wx+'] };

/** The machine's own disk. */
export const diskFileSystem: FileSystem = {
  open: openOnDisk,
  readFile: (path) => findOnDisk(path, 'read-failed', () => readFile(path)),
  readFileNow: (path) => {
    try {
      return readFileSync(path);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return undefined;
      throw failure(error, 'read-failed', path);
    }
  },
  rename: (from, to) => onDisk(to, 'write-failed', () => rename(from, to)),
  unlink: (path) => onDisk(path, 'write-failed', () => unlink(path)),
  list: async (directory) => (await findOnDisk(directory, 'read-failed', () => readdir(directory))) ?? [],
  makeDirectory: async (directory) => {
    await onDisk(directory, 'write-failed', () => mkdir(directory, { recursive: true }));
  },
  syncDirectory: (directory) =>
    onDisk(directory, 'write-failed', async () => {
      const handle = await open(directory, 'r');
      await handle.sync().finally(() => handle.close());
    }),
  findSize: async (path) => (await findOnDisk(path, 'read-failed', () => stat(path)))?.size,
};

async function openOnDisk(path: string, mode: OpenMode): Promise<OpenFile> {
  const [first, ...others] = FLAGS[mode] as [string, ...string[]];
  try {
    return fileOf(await open(path, first), path);
  } catch (error) {
    const [other] = others;
    if (other === undefined || errnoOf(error) !== 'ENOENT') {
      throw failure(error, mode === 'read' ? 'read-failed' : 'write-failed', path);
    }
    return fileOf(await onDisk(path, 'write-failed', () => open(path, other)), path);
  }
}

function fileOf(handle: FileHandle, path: string): OpenFile {
  return {
    write: (bytes, position) => onDisk(path, 'write-failed', () => writeAll(handle, bytes, position)),
    read: (position, length) => onDisk(path, 'read-failed', () => readAll(handle, position, length)),
    truncate: (size) => onDisk(path, 'write-failed', () => handle.truncate(size)),
    size: async () => (await onDisk(path, 'read-failed', () => handle.stat())).size,
    datasync: () => onDisk(path, 'write-failed', () => handle.datasync()),
    close: () => onDisk(path, 'write-failed', () => handle.close()),
  };
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

async function readAll(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

async function onDisk<Result>(file: string, code: StoreErrorCode, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    throw failure(error, code, file);
  }
}

async function findOnDisk<Result>(
  file: string,
  code: StoreErrorCode,
  action: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await action();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw failure(error, code, file);
  }
}

function failure(error: unknown, code: StoreErrorCode, file: string): StoreError {
  const errno = errnoOf(error);
  const isFull = errno === 'ENOSPC' || errno === 'EDQUOT';
  const remedy = isFull ? 'free space on this device, then start again' : 'check the device, then start again';
  return new StoreError(isFull ? 'storage-full' : code, { file, errno, remedy }, error);
}

function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
