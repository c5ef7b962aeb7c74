import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** What runs in a campaign; the portal runs in browsers only. */
const SOURCES = ['packages', 'services', 'city', 'benchmarks/src', 'package-lock.json'];
const LEFT_OUT = new Set(['node_modules', 'dist', 'portal']);
const isRun = (name: string): boolean =>
  /\.(ts|json|js|mjs)$/.test(name) && !/\.test\.ts$/.test(name) && name !== 'package.json';

export interface CodeVersion {
  /** SHA-256 over the sources that ran, hex. Results may be committed between two slices, so a commit says less. */
  readonly sources: string;
  /** The commit checked out, where there is one; the sources may have been changed since. */
  readonly commit: string;
}

export function codeVersion(): CodeVersion {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((top) => filesIn(top))) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)));
  }
  return { sources: hash.digest('hex'), commit: commit() };
}

function filesIn(path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (path.endsWith('.json')) return [path];
  return readdirSync(full, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((row) => {
      const below = `${path}/${row.name}`;
      if (row.isDirectory()) return LEFT_OUT.has(row.name) ? [] : filesIn(below);
      return isRun(row.name) ? [below] : [];
    });
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return 'none';
  }
}
