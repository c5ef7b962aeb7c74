import { resolveImport } from '../resolve-import.ts';
import type { Rule, SourceFile } from '../source-file.ts';

/** No file may reach itself through imports, by value or by type: what is in a cycle cannot be read alone. */
export const cycles: Rule = (files) => {
  const graph = new Map(files.map((file) => [file.path, targets(file)]));
  const done = new Set<string>();
  const found: { rule: string; path: string; detail: string }[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at !== -1) {
      found.push({ rule: 'cycle', path, detail: [...trail.slice(at), path].join(' -> ') });
      return;
    }
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
};

function targets(file: SourceFile): string[] {
  return file.imports.flatMap(({ specifier }) => resolveImport(file.path, specifier) ?? []);
}
