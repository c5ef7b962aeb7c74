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

/** Installs exactly the lockfile, once: the marker holds the lockfile's hash and is written last. */
export async function ensureInstalled(root) {
  const marker = join(root, MARKER);
  const wanted = lockHash(root);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  let output = '';
  const collect = (text) => {
    output = (output + text).slice(-20_000);
  };
  const args = ['ci', '--no-progress', '--loglevel=error', '--include=optional', '--include=dev'];
  const code = await withProgress('安装依赖 installing dependencies', () => run('npm', args, { root, collect }));
  if (code !== 0) {
    console.error(output);
    throw new Error(`npm ci ended with code ${code}; check the network and run again`);
  }
  writeFileSync(marker, wanted);
}
