/** One file of the archive; there are no links and no empty folders in it, so that a list of hashes says everything. */
export interface BundleFile {
  /** Inside the unpacked folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly executable?: boolean;
}

/** By the bytes of their names: the same order on every machine, whatever its language. */
export const inOrder = (files: readonly BundleFile[]): BundleFile[] =>
  files.toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
