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

/** What a shell answers for a program that was stopped with Ctrl-C. */
export const STOPPED = 130;

/** Whether what is to be started begins with a history: not a bare node, and not a city that has one already. */
export function wantsYear(root, rest) {
  if (rest.includes('--empty')) return false;
  // Of several the last counts, as it does for the city itself.
  const given = rest.flatMap((word, at) =>
    word === '--directory'
      ? [rest[at + 1] ?? '']
      : word.startsWith('--directory=')
        ? [word.slice('--directory='.length)]
        : [],
  );
  return !existsSync(join(resolve(given.at(-1) ?? join(root, '.city')), 'city.json'));
}

/**
 * Plays the twelve months once for all cities of this machine. Without them a city still starts, with a few cases. Answers
 * false when somebody stopped it: who pressed Ctrl-C wants no city, and not one without its history for good.
 */
export async function ensureYear(root, node, rest) {
  if (!wantsYear(root, rest) || existsSync(yearFolder(root))) return true;
  console.log('演示十二个月的办件，只做一次 playing twelve months of invented cases, once');
  const code = await run(node, [...nodeFlags(), 'city/src/year/main.ts'], {
    root,
    forward: true,
    stoppedCode: STOPPED,
  });
  if (code === STOPPED) return false;
  if (code !== 0) console.log('✗ 没有做成，城市将从几件办件开始 it was not made: the city will begin with a few cases');
  return true;
}
