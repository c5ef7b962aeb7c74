import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything the portal is built from: what it bundles, and what its guides are read with. */
const SOURCES = [
  'packages/portal',
  'packages/sdk/src',
  'packages/protocol/src',
  'packages/matter-search/src',
  'packages/service-kit/src',
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

/** One hash over names and bytes: a portal built under another one is not this portal. */
export function hashPortalSources(root) {
  const hash = createHash('sha256');
  for (const top of SOURCES)
    for (const path of walk(root, top))
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(join(root, path)));
  return hash.digest('hex');
}
