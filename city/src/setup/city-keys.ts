import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { base64urlDecode, base64urlEncode, parseStrictJsonObject } from '@minglu/protocol';
import { CityError } from '../city-error.ts';

/** Secrets of the node's operator, 32 bytes each: the founding administrator's (ES256), the log's (Ed25519), the trail's (ES256). */
export interface CityKeys {
  readonly founder: Uint8Array;
  readonly log: Uint8Array;
  readonly recorder: Uint8Array;
}

/** Reads `keys.json` (mode 0600), or makes it: on disk before anything is signed with it. */
export async function openCityKeys(directory: string, randomBytes: (length: number) => Uint8Array): Promise<CityKeys> {
  const path = join(directory, 'keys.json');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const known = text === undefined ? { founder: randomBytes(32), log: randomBytes(32) } : parseKeys(text, path);
  // A city from before there was a trail, and one that was laid from its year, get the trail's key now.
  const keys = { ...known, recorder: known.recorder ?? randomBytes(32) };
  if (known.recorder !== undefined) return keys;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = await open(`${path}.new`, 'w', 0o600);
  const { founder, log, recorder } = keys;
  await file.writeFile(
    JSON.stringify(
      Object.fromEntries(Object.entries({ founder, log, recorder }).map(([name, key]) => [name, base64urlEncode(key)])),
    ),
  );
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
  return keys;
}

function parseKeys(text: string, file: string): Omit<CityKeys, 'recorder'> & { recorder?: Uint8Array } {
  try {
    const { founder, log, recorder } = parseStrictJsonObject(text);
    const more = recorder === undefined ? {} : { recorder: base64urlDecode(String(recorder)) };
    return { founder: base64urlDecode(String(founder)), log: base64urlDecode(String(log)), ...more };
  } catch {
    throw new CityError('keys-damaged', { file });
  }
}
