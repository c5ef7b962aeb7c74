import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { BundleFile } from '../bundle-file.ts';
import { importsOf } from './imports-of.ts';

/** A module and every module it loads by a relative name. */
export function followImports(root: string, first: string): BundleFile[] {
  const found = new Map<string, BundleFile>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    const bytes = readFileSync(join(root, path));
    found.set(path, { path, bytes });
    for (const specifier of importsOf(path, bytes.toString('utf8'))) {
      if (specifier.startsWith('.')) visit(posix.join(posix.dirname(path), specifier));
    }
  };
  visit(first);
  return [...found.values()];
}
