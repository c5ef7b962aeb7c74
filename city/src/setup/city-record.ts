import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type JsonObject, parseStrictJsonObject } from '@minglu/protocol';
import { CityError } from '../city-error.ts';

/** What the city remembers between starts, so that a second start need not wait for its children to introduce themselves. */
export interface CityRecord {
  readonly chain: string;
  /** Time of block 0, milliseconds. */
  readonly foundedAt: number;
  /** By name of the witness. */
  readonly witnesses: Readonly<Record<string, string>>;
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

export async function writeCityRecord(directory: string, record: CityRecord): Promise<void> {
  const path = join(directory, 'city.json');
  const file = await open(`${path}.new`, 'w');
  await file.writeFile(JSON.stringify(record as unknown as JsonObject));
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
}
