import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const portal = fileURLToPath(new URL('../../../packages/portal/', import.meta.url));
const out = fileURLToPath(new URL('../../../.cache/browser-portal/', import.meta.url));
const vite = join(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))), 'bin/vite.js');

/** Builds the portal as it ships, into the cache; a process of its own, so that nothing of the test runner's settings gets in. */
export async function buildPortal(): Promise<string> {
  const settings = [
    '--config',
    join(portal, 'vite.config.ts'),
    '--outDir',
    out,
    '--emptyOutDir',
    '--logLevel',
    'error',
  ];
  await run(process.execPath, [vite, 'build', ...settings], {
    cwd: portal,
    env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
  });
  return out;
}
