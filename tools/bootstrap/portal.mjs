import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withProgress } from './progress.mjs';
import { run } from './run.mjs';

const SOURCES = [
  'packages/portal',
  'packages/sdk/src',
  'packages/protocol/src',
  'packages/matter-search/src',
  'services',
  'package-lock.json',
];
const SKIPPED = new Set(['node_modules', 'dist']);

function* walk(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) yield path;
  else for (const name of readdirSync(full).sort()) if (!SKIPPED.has(name)) yield* walk(root, `${path}/${name}`);
}

function sourceHash(root) {
  const hash = createHash('sha256');
  for (const top of SOURCES)
    for (const path of walk(root, top))
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/** Builds the portal when its sources differ from what was built last. */
export async function ensurePortal(root, node) {
  const marker = join(root, 'packages/portal/dist/.built-from');
  const wanted = sourceHash(root);
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
