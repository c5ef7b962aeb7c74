import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import type { BundleFile } from '../bundle-file.ts';
import { importsOf } from '../collect/imports-of.ts';

const OURS = /^(packages|services|city|tools)\/.*\.(ts|mjs)$/;

/** Imports of our shipped sources that would find nothing after unpacking. Types are gone by then and do not count. */
export function importFaults(files: readonly BundleFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  return files
    .filter(({ path }) => OURS.test(path))
    .flatMap(({ path, bytes }) =>
      importsOf(path, Buffer.from(bytes).toString('utf8'))
        .filter((specifier) => !isShipped(paths, path, specifier))
        .map((specifier) => `${path} needs ${specifier}, which is not in the archive`),
    );
}

function isShipped(paths: ReadonlySet<string>, from: string, specifier: string): boolean {
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return true;
  if (specifier.startsWith('.')) return paths.has(posix.join(posix.dirname(from), specifier));
  const [scope = '', name = ''] = specifier.split('/');
  const wanted = scope.startsWith('@') ? `${scope}/${name}` : scope;
  for (let at = posix.dirname(from); ; at = posix.dirname(at)) {
    if (paths.has(posix.join(at, 'node_modules', wanted, 'package.json'))) return true;
    if (at === '.') return false;
  }
}
