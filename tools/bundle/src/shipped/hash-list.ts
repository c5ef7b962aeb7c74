/** `MANIFEST.sha256`: what `sha256sum` writes and `sha256sum -c` reads, in the order of the names. */
export interface HashedFile {
  readonly path: string;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

export const HASH_LIST = 'MANIFEST.sha256';

const LINE = /^([0-9a-f]{64}) {2}(\S.*)$/;

export const formatHashList = (files: readonly HashedFile[]): string =>
  files.map(({ path, hash }) => `${hash}  ${path}\n`).join('');

/** Undefined when a line is not what was written: a damaged list must not be a shorter one. */
export function parseHashList(text: string): HashedFile[] | undefined {
  if (!text.endsWith('\n')) return undefined;
  const lines = text.slice(0, -1).split('\n');
  const files = lines.flatMap((line) => {
    const [, hash, path] = LINE.exec(line) ?? [];
    return hash === undefined || path === undefined ? [] : [{ hash, path }];
  });
  return files.length === lines.length ? files : undefined;
}
