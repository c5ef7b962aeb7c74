import { readdirSync } from 'node:fs';

/** Paths of all regular files below a folder, relative to it. A link inside is not followed and not listed. */
export function filesUnder(folder: string, enter: (path: string) => boolean = () => true): string[] {
  const walk = (within: string): string[] =>
    readdirSync(`${folder}/${within}`, { withFileTypes: true }).flatMap((entry) => {
      const path = `${within}${entry.name}`;
      if (entry.isDirectory()) return enter(path) ? walk(`${path}/`) : [];
      return entry.isFile() ? [path] : [];
    });
  return walk('');
}
