import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashPortalSources } from './portal-sources.mjs';
import { withProgress } from './progress.mjs';
import { run } from './run.mjs';

/** Builds the portal when its sources differ from what was built last. */
export async function ensurePortal(root, node) {
  const marker = join(root, 'packages/portal/dist/.built-from');
  const wanted = hashPortalSources(root);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return 0;
  let output = '';
  const collect = (text) => {
    output += text;
  };
  const args = [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    '--config',
    'packages/portal/vite.config.ts',
    '--logLevel',
    'warn',
  ];
  const code = await withProgress('构建门户 building the portal', () =>
    // Whoever calls us may be a test, and React would then be built for one.
    run(node, args, { root, collect, env: { NODE_ENV: 'production' } }),
  );
  if (code !== 0) throw new Error(`the portal did not build:\n${output}`);
  writeFileSync(marker, wanted);
  return 0;
}
