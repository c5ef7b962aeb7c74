import { open, readFile } from 'node:fs/promises';
import { base64urlDecode, base64urlEncode } from '@minglu/protocol';
import { CliError } from '../cli-error.ts';

const KEY_LENGTH = 32;

/** Makes the key that backups are sealed with, where no file lies yet (mode 0600). It must lie elsewhere than they do. */
export async function makeBackupKey(path: string, randomBytes: (length: number) => Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch(() => {
    throw new CliError('directory-not-empty', { file: path });
  });
  await file.writeFile(`${base64urlEncode(randomBytes(KEY_LENGTH))}\n`);
  await file.sync();
  await file.close();
}

/** Throws `file-missing`, `backup-key`. */
export async function readBackupKey(path: string): Promise<Uint8Array> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CliError('file-missing', { file: path });
  });
  try {
    const key = base64urlDecode(text.trim());
    if (key.length === KEY_LENGTH) return key;
  } catch {
    // falls through: whatever it is, it is no key
  }
  throw new CliError('backup-key', { file: path });
}
