import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hashPortalSources } from '../../../tools/bootstrap/portal-sources.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const portal = join(root, 'packages/portal');
const vite = join(dirname(fileURLToPath(import.meta.resolve('vite/package.json'))), 'bin/vite.js');
const CACHE = join(root, '.cache/portals');
/** A story shows its portal for minutes; what is older than this is shown by nobody. */
const KEPT_MS = 86_400_000;

/**
 * The portal as it ships, built once from what its sources are now and shown by every story: nothing writes into it
 * once it stands, and it appears by one rename, so that no story is shown half of one, nor another's that is emptied.
 */
export async function builtPortal(): Promise<string> {
  const wanted = hashPortalSources(root);
  const home = join(CACHE, wanted);
  if (existsSync(home)) return home;
  await mkdir(CACHE, { recursive: true });
  await forgetOldOnes();
  const draft = await mkdtemp(join(CACHE, 'draft-'));
  if (!(await copyShipped(wanted, draft))) await buildInto(draft);
  try {
    await rename(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

async function forgetOldOnes(): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const folder = join(CACHE, name);
    // Another story may be giving its draft a name at this very moment.
    const found = await stat(folder).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > KEPT_MS) await rm(folder, { recursive: true, force: true });
  }
}

/** What the bootstrap built from the same sources, if it did, and nobody built another one over it meanwhile. */
async function copyShipped(wanted: string, out: string): Promise<boolean> {
  const shipped = join(portal, 'dist');
  const isWanted = async () => (await readFile(join(shipped, '.built-from'), 'utf8').catch(() => '')) === wanted;
  if (!(await isWanted())) return false;
  await cp(shipped, out, { recursive: true });
  return await isWanted();
}

/** In a process of its own, so that nothing of the test runner's settings gets in. */
async function buildInto(out: string): Promise<void> {
  const config = join(portal, 'vite.config.ts');
  const settings = ['--config', config, '--outDir', out, '--emptyOutDir', '--logLevel', 'error'];
  await run(process.execPath, [vite, 'build', ...settings], {
    cwd: portal,
    env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
  });
}
