import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withProgress } from './progress.mjs';
import { run } from './run.mjs';

const MARKER = 'node_modules/.minglu-lockfile';

const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/**
 * Installs the lockfile's versions, once: the marker holds the lockfile's hash and is written last. Not `npm ci`: it refuses
 * a lockfile that does not list every other system's optional binary, and a registry's mirror need not have them all.
 */
export async function ensureInstalled(root) {
  const marker = join(root, MARKER);
  const wanted = lockHash(root);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  let output = '';
  const collect = (text) => {
    output = (output + text).slice(-20_000);
  };
  const args = ['install', '--no-save', '--no-progress', '--loglevel=error', '--include=optional', '--include=dev'];
  const code = await withProgress('安装依赖 installing dependencies', () => run('npm', args, { root, collect }));
  if (code !== 0) {
    console.error(output);
    throw new Error(`npm install ended with code ${code}; check the network and run again`);
  }
  writeFileSync(marker, wanted);
}
