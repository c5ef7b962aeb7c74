import type { FileSystem, OpenFile } from '../store/file-system.ts';

/** Files in memory: enough for what a node keeps beside its stores. */
export function memoryFiles(): FileSystem {
  const files = new Map<string, Buffer>();
  const open = (path: string): OpenFile => ({
    write: async (bytes, position) => {
      const old = files.get(path) ?? Buffer.alloc(0);
      const grown = Buffer.alloc(Math.max(old.length, position + bytes.length));
      old.copy(grown);
      grown.set(bytes, position);
      files.set(path, grown);
    },
    read: async (position, length) => (files.get(path) ?? Buffer.alloc(0)).subarray(position, position + length),
    truncate: async (size) => void files.set(path, (files.get(path) ?? Buffer.alloc(0)).subarray(0, size)),
    size: async () => files.get(path)?.length ?? 0,
    datasync: async () => {},
    close: async () => {},
  });
  return {
    open: async (path) => open(path),
    readFile: async (path) => files.get(path),
    readFileNow: (path) => files.get(path),
    rename: async () => {},
    unlink: async (path) => void files.delete(path),
    list: async () => [],
    makeDirectory: async () => {},
    syncDirectory: async () => {},
    findSize: async (path) => files.get(path)?.length,
  };
}
