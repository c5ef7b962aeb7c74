import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSource } from './parse-source.ts';
import type { SourceFile } from './source-file.ts';

const TOPS = ['packages', 'services', 'town', 'city', 'benchmarks', 'tools'];
const SKIPPED = new Set(['node_modules', 'dist', 'generated', 'results', 'tmp']);

/** Every hand-written TypeScript file below the root, generated and built ones left out. */
export function readHouse(root: string): SourceFile[] {
  return TOPS.flatMap((top) => walk(root, top)).map((path) =>
    parseSource(path, readFileSync(join(root, path), 'utf8')),
  );
}

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(root, path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') && path.includes('/src/') ? [path] : [];
  });
}
