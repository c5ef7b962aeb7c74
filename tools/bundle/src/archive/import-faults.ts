import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { parseSync } from 'vite';
import type { BundleFile } from '../bundle-file.ts';

const OURS = /^(packages|services|city|tools)\/.*\.(ts|mjs)$/;
/** How threads and processes are named: `new URL('./x.ts', import.meta.url)`. */
const BY_URL = /new URL\(\s*'(\.[^']*)',\s*import\.meta\.url\s*\)/g;

/** Imports of our shipped sources that would find nothing after unpacking. Types are gone by then and do not count. */
export function importFaults(files: readonly BundleFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  return files
    .filter(({ path }) => OURS.test(path))
    .flatMap(({ path, bytes }) =>
      specifiersOf(path, Buffer.from(bytes).toString('utf8'))
        .filter((specifier) => !isShipped(paths, path, specifier))
        .map((specifier) => `${path} needs ${specifier}, which is not in the archive`),
    );
}

function specifiersOf(path: string, text: string): string[] {
  const { module } = parseSync(path, text);
  const fixed = module.staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
    .map(({ moduleRequest }) => moduleRequest.value);
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) => (moduleRequest === null || isType ? [] : [moduleRequest.value])),
  );
  const later = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const [, literal] = /^['"]([^'"]+)['"]$/.exec(text.slice(start, end)) ?? [];
    return literal === undefined ? [] : [literal];
  });
  const byUrl = [...text.matchAll(BY_URL)].map(([, specifier]) => specifier ?? '');
  return [...new Set([...fixed, ...passedOn, ...later, ...byUrl])];
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
