import { posix } from 'node:path';
import { BundleError } from '../bundle-error.ts';
import { findManifest, type PackageManifest } from './manifest.ts';

/** A package of other people, where npm laid it. */
export interface ProductionPackage {
  /** Below the root, as `node_modules/fastify`. */
  readonly folder: string;
  readonly manifest: PackageManifest;
}

export interface Target {
  readonly os: string;
  readonly cpu: string;
}

/** What the named folders need at run time, and what that needs, found where Node itself would find it. */
export function productionPackages(root: string, from: readonly string[], target: Target): ProductionPackage[] {
  const found = new Map<string, ProductionPackage>();
  const visit = (folder: string, manifest: PackageManifest) => {
    for (const [name, wanted] of neededBy(manifest)) {
      const one = resolvePackage(root, folder, name);
      if (one === undefined && wanted === 'required') {
        throw new BundleError('dependency-missing', { package: manifest.name, dependency: name });
      }
      if (one === undefined || found.has(one.folder) || !runsOn(one.manifest, target)) continue;
      found.set(one.folder, one);
      visit(one.folder, one.manifest);
    }
  };
  for (const folder of from) visit(folder, findManifest(posix.join(root, folder)) ?? { name: folder, version: '' });
  return [...found.values()];
}

/** Ours are workspaces, and shipped as such. An optional peer that we use ourselves is a dependency of ours anyhow. */
function neededBy(manifest: PackageManifest): [name: string, wanted: 'required' | 'optional'][] {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
  const names = new Set([...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]);
  return [...names]
    .filter((name) => !name.startsWith('@minglu/'))
    .map((name) => [name, name in optionalDependencies ? 'optional' : 'required']);
}

/** Node's own way: the nearest `node_modules`, upwards, never above the root. */
function resolvePackage(root: string, from: string, name: string): ProductionPackage | undefined {
  for (let at = from; ; at = posix.dirname(at)) {
    const folder = posix.join(at, 'node_modules', name);
    const manifest = at.endsWith('node_modules') ? undefined : findManifest(posix.join(root, folder));
    if (manifest !== undefined) return { folder, manifest };
    if (at === '.') return undefined;
  }
}

function runsOn({ os, cpu }: PackageManifest, target: Target): boolean {
  const admits = (list: string | readonly string[] | undefined, value: string) =>
    list === undefined || [list].flat().includes(value);
  return admits(os, target.os) && admits(cpu, target.cpu);
}
