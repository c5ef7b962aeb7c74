import { parseSync } from 'vite';

/** How threads and processes are named: `new URL('./x.ts', import.meta.url)`. */
const BY_URL = /new URL\(\s*'(\.[^']*)',\s*import\.meta\.url\s*\)/g;

/** What a module loads when it runs, as it is written there. Types are gone by then and do not count. */
export function importsOf(path: string, text: string): string[] {
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
