import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { base64urlDecode, base64urlEncode } from '@minglu/protocol';

/** The 32-byte secret in `<directory>/<name>` (mode 0600); made, and on disk, before it is used for the first time. */
export async function openSecret(
  directory: string,
  name: string,
  randomBytes: (length: number) => Uint8Array,
): Promise<Uint8Array> {
  const path = join(directory, name);
  try {
    return base64urlDecode((await readFile(path, 'utf8')).trim());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const secret = randomBytes(32);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = await open(`${path}.new`, 'w', 0o600);
  await file.writeFile(`${base64urlEncode(secret)}\n`);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
  return secret;
}
