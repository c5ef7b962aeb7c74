import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { base64urlDecode, base64urlEncode, parseStrictJsonObject } from '@minglu/protocol';
import { CityError } from '../city-error.ts';

/** Secrets of the node's operator, 32 bytes each: the founding administrator's (ES256) and the log's (Ed25519). */
export interface CityKeys {
  readonly founder: Uint8Array;
  readonly log: Uint8Array;
}

/** Reads `keys.json` (mode 0600), or makes it: on disk before anything is signed with it. */
export async function openCityKeys(directory: string, randomBytes: (length: number) => Uint8Array): Promise<CityKeys> {
  const path = join(directory, 'keys.json');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text !== undefined) return parseKeys(text, path);
  const keys = { founder: randomBytes(32), log: randomBytes(32) };
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = await open(`${path}.new`, 'w', 0o600);
  await file.writeFile(JSON.stringify({ founder: base64urlEncode(keys.founder), log: base64urlEncode(keys.log) }));
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
  return keys;
}

function parseKeys(text: string, file: string): CityKeys {
  try {
    const { founder, log } = parseStrictJsonObject(text);
    return { founder: base64urlDecode(String(founder)), log: base64urlDecode(String(log)) };
  } catch {
    throw new CityError('keys-damaged', { file });
  }
}
