/** A relative import as a path from the project's root; undefined when it names a package. */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '.') continue;
    if (step === '..') parts.pop();
    else parts.push(step);
  }
  return parts.join('/');
}
