import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { base64urlDecode, base64urlEncode, parseStrictJsonObject } from '@minglu/protocol';
import { CityError } from '../city-error.ts';
import { type ClientKeys, newClientKeys } from './unified-identity.ts';

/** What the platform signs in with at the provider, and what it makes accounts from: kept, else everybody is somebody new. */
export interface IdentityKeys extends ClientKeys {
  readonly accountSecret: Uint8Array;
}

export async function openIdentityKeys(
  directory: string,
  randomBytes: (length: number) => Uint8Array,
): Promise<IdentityKeys> {
  const path = join(directory, 'identity-keys.json');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text !== undefined) return parseKeys(text, path);
  const keys = { ...newClientKeys(), accountSecret: randomBytes(32) };
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = await open(`${path}.new`, 'w', 0o600);
  await file.writeFile(JSON.stringify({ ...keys, accountSecret: base64urlEncode(keys.accountSecret) }));
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
  return keys;
}

function parseKeys(text: string, file: string): IdentityKeys {
  try {
    const { privateJwk, publicJwk, accountSecret } = parseStrictJsonObject(text);
    return {
      privateJwk: privateJwk as ClientKeys['privateJwk'],
      publicJwk: publicJwk as ClientKeys['publicJwk'],
      accountSecret: base64urlDecode(String(accountSecret)),
    };
  } catch {
    throw new CityError('keys-damaged', { file });
  }
}
