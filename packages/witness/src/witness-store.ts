import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseStrictJson } from '@minglu/protocol';
import { originHash } from './origin-hash.ts';
import { WitnessError } from './witness-error.ts';
import { writeDurably } from './write-durably.ts';

/** What a witness remembers of one log: the largest checkpoint it cosigned. `root` is base64, `timeSeconds` the cosignature's. */
export interface OriginRecord {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly timeSeconds: number;
  /** The whole note with the log's and this witness's lines. */
  readonly checkpoint: string;
}

/** One file an origin, replaced atomically. A missing file means "never cosigned"; a damaged one stops the witness. */
export class WitnessStore {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async find(origin: string): Promise<OriginRecord | undefined> {
    const path = this.#path(origin);
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    return parseRecord(text, origin, path);
  }

  async save(record: OriginRecord): Promise<void> {
    const { origin, size, root, timeSeconds, checkpoint } = record;
    const text = JSON.stringify({ v: 0, origin, size, root, timeSeconds, checkpoint });
    await writeDurably(this.#path(origin), text);
  }

  #path(origin: string): string {
    return join(this.#directory, 'origins', `${originHash(origin)}.json`);
  }
}

function parseRecord(text: string, origin: string, file: string): OriginRecord {
  let value: unknown;
  try {
    value = parseStrictJson(text);
  } catch {
    throw new WitnessError('store-damaged', { file });
  }
  const record = value as Partial<Record<string, unknown>>;
  const { size, root, timeSeconds, checkpoint } = record;
  const sound =
    record.v === 0 &&
    record.origin === origin &&
    typeof size === 'number' &&
    typeof root === 'string' &&
    typeof timeSeconds === 'number' &&
    typeof checkpoint === 'string';
  if (!sound) throw new WitnessError('store-damaged', { file });
  return { origin, size, root, timeSeconds, checkpoint };
}
