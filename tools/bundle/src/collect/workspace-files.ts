import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleFile } from '../bundle-file.ts';
import { filesUnder } from './files-under.ts';
import type { Workspace } from './workspaces.ts';

/** Tests, what only tests use, and the program that writes the working copy's generated files. */
const LEFT_OUT = /(^|\/)(testing|tests?|__tests__)(\/|$)|\.test\.tsx?$|(^|\/)write-openapi\.ts$/;

/** Sources of a package written here; Node 24 runs them as they are. */
export function workspaceFiles(root: string, { folder }: Workspace): BundleFile[] {
  const sources = filesUnder(join(root, folder, 'src'), (path) => !LEFT_OUT.test(path)).filter(
    (path) => !LEFT_OUT.test(path),
  );
  const paths = ['package.json', ...sources.map((path) => `src/${path}`)];
  return paths.map((path) => ({ path: `${folder}/${path}`, bytes: readFileSync(join(root, folder, path)) }));
}
