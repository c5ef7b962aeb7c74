import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type JsonObject, parseStrictJsonObject } from '@minglu/protocol';
import type { StartedChild } from '../children/start-children.ts';
import { CityError } from '../city-error.ts';
import type { CityOptions } from '../city-options.ts';
import { CHAIN, WITNESSES } from '../seed/organisations.ts';
import { readYear } from '../year/lay-year.ts';

/** Goes up when the demonstration has other organisations than before. */
const WORLD = 2;

/** What the city remembers between starts, so that a second start need not wait for its children to introduce themselves. */
export interface CityRecord {
  readonly chain: string;
  /** Time of block 0, milliseconds. */
  readonly foundedAt: number;
  /** Public key of the chain's founder, where that is not the administrator's of today. */
  readonly founder?: JsonObject;
  /** Protocol version it was founded with; a city from before there was a second one says none. */
  readonly protocol?: number;
  /** Which demonstration it is; one from before there were districts says none. */
  readonly world?: number;
  /** By name of the witness. */
  readonly witnesses: Readonly<Record<string, string>>;
  /** Block 0 stands; until then a start founds the chain. */
  readonly founded: boolean;
  /** The demonstration's cases were all made; a start that was interrupted before makes the rest. */
  readonly seeded: boolean;
}

export async function readCityRecord(directory: string): Promise<CityRecord | undefined> {
  const file = join(directory, 'city.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return parseStrictJsonObject(text) as unknown as CityRecord;
  } catch {
    throw new CityError('record-damaged', { file });
  }
}

/** The record of an earlier start, or a new one once the witnesses have said their keys. */
export async function openCityRecord(options: CityOptions, witnesses: readonly StartedChild[]): Promise<CityRecord> {
  const known = await readCityRecord(options.directory);
  if (known !== undefined) return checkWorld(known, options);
  const introductions = await Promise.all(witnesses.map(({ ready }) => ready));
  const keys = WITNESSES.map(({ name }, at) => [name, introductions[at]?.vkey ?? ''] as const);
  const year = options.empty ? undefined : await readYear(options.directory);
  const { NEWEST_PROTOCOL } = await import('@minglu/ledger');
  const record = {
    chain: CHAIN,
    foundedAt: year?.genesis.time ?? options.clock(),
    protocol: year?.genesis.protocol ?? NEWEST_PROTOCOL,
    ...(year === undefined ? {} : { founder: year.genesis.founder }),
    world: WORLD,
    witnesses: Object.fromEntries(keys),
    founded: year !== undefined,
    seeded: false,
  };
  await writeCityRecord(options.directory, record);
  return record;
}

/** Its people and offices are on its ledger for ever; departments that are not there cannot be put beside them. */
function checkWorld(record: CityRecord, { directory, empty, print }: CityOptions): CityRecord {
  if (empty || record.world === WORLD) return record;
  print('✗ 这个文件夹里是以前的演示城市，机关不同：请移走它，或换一个文件夹 (--directory)');
  print(
    '  this folder holds an earlier demonstration with other organisations: move it away, or start in another folder',
  );
  throw new CityError('city-of-another-world', { directory });
}

export async function writeCityRecord(directory: string, record: CityRecord): Promise<void> {
  const path = join(directory, 'city.json');
  const file = await open(`${path}.new`, 'w');
  await file.writeFile(JSON.stringify(record as unknown as JsonObject));
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
}
