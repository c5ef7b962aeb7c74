import { constants, existsSync } from 'node:fs';
import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Genesis } from '@minglu/ledger';
import { formatStrictJson, type JsonObject, parseStrictJsonObject } from '@minglu/protocol';
import type { CityOptions } from '../city-options.ts';
import { parseGenesis } from '../platform/genesis-file.ts';

/**
 * Copies the year that the set-up built into a city that has no history yet. `city.json` is written afterwards and says
 * that there is one: a start that was killed in between copies again.
 */
export async function layYear({ directory, snapshot, empty, clock, print }: CityOptions): Promise<void> {
  if (snapshot === undefined || empty || existsSync(join(directory, 'city.json'))) return;
  const year = await readYear(snapshot);
  if (year === undefined) return;
  if (clock() < year.endsAt) {
    print(
      '· 本机时钟早于演示年份的末尾，从空账本开始 this clock is before the end of the played year: starting without it',
    );
    return;
  }
  print('· 放入十二个月的演示记录 laying out twelve months of invented records');
  await rm(join(directory, 'ledger'), { recursive: true, force: true });
  await rm(join(directory, 'read-model'), { recursive: true, force: true });
  await cp(snapshot, directory, { recursive: true, mode: constants.COPYFILE_FICLONE });
}

/** What a year's folder, or a city that began with one, says of its chain. */
export async function readYear(folder: string): Promise<{ genesis: Genesis; endsAt: number } | undefined> {
  const text = await readFile(join(folder, 'year.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { genesis, endsAt } = parseStrictJsonObject(text);
  const said = genesis as JsonObject;
  return { genesis: parseGenesis(formatStrictJson({ v: 0, type: 'minglu-genesis', ...said })), endsAt: Number(endsAt) };
}
