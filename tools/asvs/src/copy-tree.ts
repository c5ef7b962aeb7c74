import { cpSync, lstatSync, mkdirSync, readdirSync, readlinkSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Made by programs, or far too much. */
const LEFT_OUT = new Set(['node_modules', '.git', '.cache', '.city', 'dist', 'images']);
const OWN = '@minglu';

/**
 * The tree in a folder where controls may be taken away. Its packages find each other in the copy: a link to the whole
 * `node_modules` would lead back to the tree that stays as it is.
 */
export function copyTree(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    filter: (path) => !LEFT_OUT.has(path.slice(path.lastIndexOf('/') + 1)) && !lstatSync(path).isSocket(),
  });
  const modules = join(from, 'node_modules');
  mkdirSync(join(to, 'node_modules', OWN), { recursive: true });
  for (const name of readdirSync(modules))
    if (name !== OWN) symlinkSync(realpathSync(join(modules, name)), join(to, 'node_modules', name));
  for (const name of readdirSync(join(modules, OWN)))
    symlinkSync(readlinkSync(join(modules, OWN, name)), join(to, 'node_modules', OWN, name));
}
