import { rootOf } from '../places.ts';
import { resolveImport } from '../resolve-import.ts';
import type { Rule, SourceFile, Violation } from '../source-file.ts';

const isIndex = (path: string): boolean => /\/index\.tsx?$/.test(path);
const isPackageIndex = (path: string): boolean =>
  path === `${rootOf(path)}/src/index.ts` || /\/src\/testing\/index\.ts$/.test(path);

/** One hand-written index a package, imported by nobody inside it, naming every export. */
export const barrels: Rule = (files) =>
  files.flatMap((file) => [...innerIndex(file), ...star(file), ...insideUse(file)]);

function innerIndex(file: SourceFile): Violation[] {
  if (!isIndex(file.path) || isPackageIndex(file.path)) return [];
  return [{ rule: 'barrel', path: file.path, detail: 'an index inside a package' }];
}

function star(file: SourceFile): Violation[] {
  if (file.starExports === 0) return [];
  return [{ rule: 'barrel', path: file.path, detail: 'export * hides what is offered' }];
}

function insideUse(file: SourceFile): Violation[] {
  const pins = /\/index\.test\.ts$/.test(file.path);
  return file.imports.flatMap(({ specifier }) => {
    const target = resolveImport(file.path, specifier);
    const throughIndex = target !== undefined && isIndex(target) && rootOf(target) === rootOf(file.path);
    return throughIndex && !pins
      ? [{ rule: 'barrel', path: file.path, detail: `imports its own package's index (${specifier})` }]
      : [];
  });
}
