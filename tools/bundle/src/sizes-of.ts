import type { BundleFile } from './bundle-file.ts';

const SHOWN = 8;

/** The largest parts of an archive, unpacked: a package, or a top folder. */
export function sizesOf(files: readonly BundleFile[]): { part: string; bytes: number; files: number }[] {
  const parts = new Map<string, { part: string; bytes: number; files: number }>();
  for (const { path, bytes } of files) {
    const part = /^node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path.split('/', 1)[0] ?? '';
    const entry = parts.get(part) ?? { part, bytes: 0, files: 0 };
    parts.set(part, { part, bytes: entry.bytes + bytes.length, files: entry.files + 1 });
  }
  return [...parts.values()].toSorted((a, b) => b.bytes - a.bytes).slice(0, SHOWN);
}
