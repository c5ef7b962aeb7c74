import type { FileSystem, OpenFile } from '../store/file-system.ts';
import { StoreError, type StoreErrorCode } from '../store/store-error.ts';

/** Real files, until `failure` is set: then every write and sync below a path with `part` in it fails. */
export class FailingFiles {
  failure: { readonly part: string; readonly code: StoreErrorCode } | undefined;
  readonly fileSystem: FileSystem;

  constructor(real: FileSystem) {
    this.fileSystem = { ...real, open: async (path, mode) => this.#wrap(path, await real.open(path, mode)) };
  }

  #wrap(path: string, file: OpenFile): OpenFile {
    const check = (): void => {
      if (this.failure === undefined || !path.includes(this.failure.part)) return;
      throw new StoreError(this.failure.code, { file: path });
    };
    return {
      write: async (bytes, position) => {
        check();
        await file.write(bytes, position);
      },
      datasync: async () => {
        check();
        await file.datasync();
      },
      read: (position, length) => file.read(position, length),
      truncate: (size) => file.truncate(size),
      size: () => file.size(),
      close: () => file.close(),
    };
  }
}
