import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { parseStrictJson } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';

const FILE = 'keys.json';

/** A department's secrets by their names, base64url. Nothing where there is no file yet. Throws `register-damaged`. */
export async function readSecrets(directory: string): Promise<Record<string, string>> {
  try {
    return { ...(parseStrictJson(await readFile(join(directory, FILE), 'utf8')) as Record<string, string>) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new DepartmentError('register-damaged', { file: FILE });
  }
}

/** Mode 0600, whole or not at all, and on the disk before this resolves. */
export async function writeSecrets(directory: string, secrets: Readonly<Record<string, string>>): Promise<void> {
  const path = join(directory, FILE);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = await open(`${path}.new`, 'w', 0o600);
  await file.writeFile(JSON.stringify(secrets));
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
}
