import { constants, existsSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Genesis } from '@minglu/ledger';
import { formatStrictJson, type JsonObject, parseStrictJsonObject } from '@minglu/protocol';
import type { CityOptions } from '../city-options.ts';
import { parseGenesis } from '../platform/genesis-file.ts';
import { ownYear } from './year-roots.ts';

/**
 * Copies the year that the set-up built into a city that has no history yet; one that was played for this city alone is
 * moved in. `city.json` is written afterwards and says that there is one: a start that was killed in between goes on.
 */
export async function layYear({ directory, snapshot, empty, clock, print }: CityOptions): Promise<void> {
  if (empty || existsSync(join(directory, 'city.json'))) return;
  const own = ownYear(directory);
  const from = existsSync(own) ? own : snapshot;
  const year = from === undefined ? undefined : await readYear(from);
  if (from === undefined || year === undefined) return;
  if (clock() < year.endsAt) {
    print(
      '· 本机时钟早于演示年份的末尾，从空账本开始 this clock is before the end of the played year: starting without it',
    );
    return;
  }
  print('· 放入十二个月的演示记录 laying out twelve months of invented records');
  if (from === own) return await moveIn(own, directory);
  await rm(join(directory, 'ledger'), { recursive: true, force: true });
  await rm(join(directory, 'read-model'), { recursive: true, force: true });
  await cp(from, directory, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

/** Part by part, `year.json` last: while it lies in `own`, what is still beside it has yet to be moved. No second copy of the keys stays. */
async function moveIn(own: string, directory: string): Promise<void> {
  const parts = (await readdir(own)).filter((name) => name !== 'year.json');
  for (const name of [...parts, 'year.json']) {
    await rm(join(directory, name), { recursive: true, force: true });
    await rename(join(own, name), join(directory, name));
  }
  await rmdir(own);
}

/** What a year's folder, or a city that began with one, says of its chain. */
export async function readYear(folder: string): Promise<{ genesis: Genesis; endsAt: number } | undefined> {
  const text = await readFile(join(folder, 'year.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { genesis, endsAt } = parseStrictJsonObject(text);
  const said = genesis as JsonObject;
  return { genesis: parseGenesis(formatStrictJson({ v: 0, type: 'minglu-genesis', ...said })), endsAt: Number(endsAt) };
}
