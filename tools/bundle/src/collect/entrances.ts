import type { BundleFile } from '../bundle-file.ts';
import type { Workspace } from './workspaces.ts';

/**
 * In a working copy npm links `node_modules/@minglu/api` to `packages/api`. Here a file of one line stands for the link:
 * a link has no hash, and Node strips no types from what lies under `node_modules` itself.
 */
export function entrances(workspaces: readonly Workspace[], ships: (path: string) => boolean): BundleFile[] {
  return workspaces.flatMap(({ folder, manifest: { name, version, exports } }) => {
    const offered = Object.entries((exports ?? {}) as Record<string, unknown>).flatMap(([entry, target]) => {
      const file = typeof target === 'string' ? `${folder}/${target.replace(/^\.\//, '')}` : '';
      return ships(file) ? [{ entry, file, door: `${entry === '.' ? 'index' : entry.slice(2)}.js` }] : [];
    });
    const place = `node_modules/${name}`;
    const doors = Object.fromEntries(offered.map(({ entry, door }) => [entry, `./${door}`]));
    return [
      text(`${place}/package.json`, `${JSON.stringify({ name, version, type: 'module', exports: doors }, null, 2)}\n`),
      ...offered.map(({ file, door }) => text(`${place}/${door}`, `export * from '${upFrom(place, door)}${file}';\n`)),
    ];
  });
}

const upFrom = (place: string, door: string): string => '../'.repeat(`${place}/${door}`.split('/').length - 1);

const text = (path: string, words: string): BundleFile => ({ path, bytes: Buffer.from(words) });
