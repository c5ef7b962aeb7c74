import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BundleError } from '../bundle-error.ts';
import type { BundleFile } from '../bundle-file.ts';
import { entrances } from './entrances.ts';
import { filesUnder } from './files-under.ts';
import { followImports } from './follow-imports.ts';
import { licenceText } from './licences.ts';
import { findManifest } from './manifest.ts';
import { packageFiles } from './package-files.ts';
import { type ProductionPackage, productionPackages, type Target } from './production-packages.ts';
import { workspaceFiles } from './workspace-files.ts';
import { readWorkspaces, shippedWorkspaces } from './workspaces.ts';

const PORTAL = 'packages/portal/dist';
/** Small pieces of these are part of what they build. */
const BUILDERS = ['node_modules/vite', 'node_modules/rolldown', 'node_modules/esbuild'];
const WORDS = ['LICENSE', 'CHANGELOG.md', 'SECURITY.md', 'docs/formats.md', 'docs/errors.md'];
const GUIDES = 'docs/guides';
/** What this tool ships of itself, and with it what the launcher loads: the check, and how Node is to run. */
const TOOL = 'tools/bundle/package.json';
const LAUNCHER = 'tools/bundle/src/shipped/launch.ts';

/** Everything the product needs at run time, read from a working copy whose portal is built. */
export function collectFiles(root: string, target: Target): BundleFile[] {
  const all = readWorkspaces(root);
  const shipped = shippedWorkspaces(all);
  const packages = productionPackages(
    root,
    shipped.map(({ folder }) => folder),
    target,
  );
  const sources = shipped.flatMap((one) => workspaceFiles(root, one));
  const paths = new Set(sources.map(({ path }) => path));
  const read = (path: string): BundleFile => ({ path, bytes: readFileSync(join(root, path)) });
  return [
    ...sources,
    ...entrances(shipped, (path) => paths.has(path)),
    ...packages.flatMap((one) => packageFiles(root, one)),
    ...portalFiles(root),
    ...nodeFiles(root, target),
    ...[...WORDS, TOOL, ...serviceBundles(root)].map(read),
    ...followImports(root, LAUNCHER),
    ...filesUnder(join(root, GUIDES)).map((name) => read(`${GUIDES}/${name}`)),
    { path: 'THIRD-PARTY-LICENCES.txt', bytes: Buffer.from(licenceText(root, given(root, packages, target))) },
    { path: 'package.json', bytes: Buffer.from(rootManifest(root)) },
    { ...read('tools/bundle/src/shipped/minglu'), path: 'minglu', executable: true },
  ];
}

/** Services that are folders of data: the city takes in what they were bundled to. */
function serviceBundles(root: string): string[] {
  const bundles = readdirSync(join(root, 'services')).map((name) => `services/${name}/service.bundle.json`);
  return bundles.filter((path) => existsSync(join(root, path)));
}

export function nodePackage({ os, cpu }: Target): string {
  return `node_modules/node-${os}-${cpu}`;
}

function nodeFiles(root: string, target: Target): BundleFile[] {
  const path = join(root, nodePackage(target), 'bin', 'node');
  if (!existsSync(path)) throw new BundleError('runtime-missing', { package: nodePackage(target) });
  return [{ path: 'runtime/node', bytes: readFileSync(path), executable: true }];
}

function portalFiles(root: string): BundleFile[] {
  const folder = join(root, PORTAL);
  if (!existsSync(join(folder, 'index.html'))) throw new BundleError('portal-not-built');
  return filesUnder(folder)
    .filter((path) => !path.startsWith('.'))
    .map((path) => ({ path: `${PORTAL}/${path}`, bytes: readFileSync(join(folder, path)) }));
}

/** All whose code is given on: what runs, what was built into the portal's pages, the builders, and Node. */
function given(root: string, packages: readonly ProductionPackage[], target: Target): ProductionPackage[] {
  const others = [...BUILDERS, nodePackage(target)].flatMap((folder) => {
    const manifest = findManifest(join(root, folder));
    return manifest === undefined ? [] : [{ folder, manifest }];
  });
  const built = productionPackages(root, ['packages/portal'], target);
  return [...new Map([...packages, ...built, ...others].map((one) => [one.folder, one])).values()];
}

/** Also a wall: Node looks for the next `package.json` upwards, and must not find somebody else's. */
function rootManifest(root: string): string {
  const { name, version, license } = findManifest(root) ?? { name: 'minglu', version: '0.0.0' };
  return `${JSON.stringify({ name, version, private: true, license, type: 'module' }, null, 2)}\n`;
}
