import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findManifest, type PackageManifest } from './manifest.ts';

/** A package written here. */
export interface Workspace {
  /** Below the root, as `packages/api`. */
  readonly folder: string;
  readonly manifest: PackageManifest;
}

const PARENTS = ['packages', 'services'];

/** All packages written here that could be shipped, by name. */
export function readWorkspaces(root: string): Map<string, Workspace> {
  const below = PARENTS.flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`));
  const found = [...below, 'city'].flatMap((folder) => {
    const manifest = existsSync(join(root, folder, 'src')) ? findManifest(join(root, folder)) : undefined;
    return manifest === undefined ? [] : [{ folder, manifest }];
  });
  return new Map(found.map((one) => [one.manifest.name, one]));
}

/** What runs: the city and the command line, every service, and whatever of ours these name as dependencies. */
export function shippedWorkspaces(all: ReadonlyMap<string, Workspace>): Workspace[] {
  const shipped = new Set<Workspace>();
  const add = (one: Workspace | undefined) => {
    if (one === undefined || shipped.has(one)) return;
    shipped.add(one);
    for (const name of Object.keys(one.manifest.dependencies ?? {})) add(all.get(name));
  };
  for (const name of ['@minglu/city', '@minglu/cli']) add(all.get(name));
  for (const one of all.values()) if (one.folder.startsWith('services/')) add(one);
  return [...shipped];
}
