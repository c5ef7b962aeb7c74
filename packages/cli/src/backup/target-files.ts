import { mkdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { diskFileSystem, type FileSystem } from '@minglu/node';
import { writeDurably } from './write-durably.ts';

/** Puts one file, by its path in the backup. */
export type PutFile = (path: string, bytes: Uint8Array) => Promise<void>;

export function putInto(target: string, close: (path: string, bytes: Uint8Array) => Uint8Array): PutFile {
  return async (path, bytes) => {
    await mkdir(dirname(join(target, path)), { recursive: true, mode: 0o700 });
    await writeDurably(join(target, path), close(path, bytes));
  };
}

/** The machine's disk, but what is made under `target` goes through `put`: nothing of a sealed backup lies open there for a moment. */
export function filesThrough(target: string, put: PutFile): FileSystem {
  return {
    ...diskFileSystem,
    open: async (path, mode) => {
      const inside = relative(target, path).split(sep).join('/');
      if (mode !== 'create' || inside.startsWith('..')) return await diskFileSystem.open(path, mode);
      const parts: Uint8Array[] = [];
      const unused = async () => {
        throw new Error('a copy is written from its beginning to its end');
      };
      return {
        write: async (bytes) => void parts.push(Uint8Array.from(bytes)),
        close: () => put(inside, Buffer.concat(parts)),
        datasync: async () => undefined,
        read: unused,
        truncate: unused,
        size: unused,
      };
    },
  };
}
