import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nodeFlags } from './node-flags.mjs';
import { run } from './run.mjs';

/** Where the city looks for it (`city/src/year/year-roots.ts`). */
function yearFolder(root) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'city/src/year/year-roots.txt')));
  return join(root, '.cache', `year-${hash.digest('hex').slice(0, 16)}`);
}

/** Whether what is to be started begins with a history: not a bare node, and not a city that has one already. */
function wantsYear(root, rest) {
  if (rest.includes('--empty')) return false;
  const at = rest.indexOf('--directory');
  const given = rest.find((word) => word.startsWith('--directory='))?.slice('--directory='.length);
  const directory = given ?? (at === -1 ? join(root, '.city') : (rest[at + 1] ?? ''));
  return !existsSync(join(resolve(directory), 'city.json'));
}

/** Plays the twelve months once for all cities of this machine. Without them a city still starts, with a few cases. */
export async function ensureYear(root, node, rest) {
  if (!wantsYear(root, rest) || existsSync(yearFolder(root))) return;
  console.log('演示十二个月的办件，只做一次 playing twelve months of invented cases, once');
  const code = await run(node, [...nodeFlags(), 'city/src/year/main.ts'], { root, forward: true });
  if (code !== 0) console.log('✗ 没有做成，城市将从几件办件开始 it was not made: the city will begin with a few cases');
}
