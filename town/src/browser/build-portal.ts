import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const portal = fileURLToPath(new URL('../../../packages/portal/', import.meta.url));
const vite = join(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))), 'bin/vite.js');

/**
 * Builds the portal as it ships, in a process of its own so that nothing of the test runner's settings gets in, and
 * into a folder of its own: another story must not empty it while this one is being shown from it.
 */
export async function buildPortal(): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'minglu-portal-'));
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
