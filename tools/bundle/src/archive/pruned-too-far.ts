import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { BundleFile } from '../bundle-file.ts';

const THEIRS = /^node_modules\/(?!@minglu\/).*\.[cm]?js$/;
const RELATIVE = /(?:\brequire\(|\bimport\(|\bfrom|\bimport)\s*(['"])(\.{1,2}\/[^'"\n]*)\1/g;
const ENDINGS = ['', '.js', '.cjs', '.mjs', '.json', '.node', '/index.js', '/index.cjs', '/index.json'];

/** Files of other people's packages that another shipped file of theirs names, and that were taken for something of their authors'. */
export function prunedTooFar(root: string, files: readonly BundleFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  return files
    .filter(({ path }) => THEIRS.test(path))
    .flatMap(({ path, bytes }) => {
      const named = [...Buffer.from(bytes).toString('utf8').matchAll(RELATIVE)].map((match) => match[2] ?? '');
      return [...new Set(named)].flatMap((specifier) => {
        const target = posix.join(posix.dirname(path), specifier).replace(/\/$/, '');
        const found = ENDINGS.map((ending) => `${target}${ending}`).filter((one) => isFile(join(root, one)));
        return found.length === 0 || found.some((one) => paths.has(one)) ? [] : [`${path} needs ${specifier}`];
      });
    });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
