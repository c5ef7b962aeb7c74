import { open, readFile, stat } from 'node:fs/promises';
import { nativeSigner } from '@minglu/node';
import { base64urlDecode, base64urlEncode, type Signer } from '@minglu/protocol';
import { CliError } from '../cli-error.ts';

const LENGTH = 32;

/** Makes a person's own key where no file lies yet: 32 bytes in base64url, mode 0600. It never leaves this machine. */
export async function makeSigningKey(path: string, randomBytes: (length: number) => Uint8Array): Promise<Signer> {
  const file = await open(path, 'wx', 0o600).catch(() => {
    throw new CliError('directory-not-empty', { file: path });
  });
  await file.writeFile(`${base64urlEncode(randomBytes(LENGTH))}\n`);
  await file.sync();
  await file.close();
  return await readSigningKey(path);
}

/** Throws `file-missing`, `key-readable` where other users of the machine could have read it, `key-malformed`. */
export async function readSigningKey(path: string): Promise<Signer> {
  const entry = await stat(path).catch(() => {
    throw new CliError('file-missing', { file: path });
  });
  if ((entry.mode & 0o077) !== 0) throw new CliError('key-readable', { file: path });
  try {
    const secret = base64urlDecode((await readFile(path, 'utf8')).trim());
    if (secret.length === LENGTH) return nativeSigner('ES256', secret);
  } catch {
    // falls through: whatever it is, it is no key
  }
  throw new CliError('key-malformed', { file: path });
}
