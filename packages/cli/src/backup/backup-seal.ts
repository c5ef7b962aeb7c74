import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { CliError } from '../cli-error.ts';

/** Closes and opens what one backup holds. Its key is this backup's alone, from the operator's and the backup's `id`. */
export interface BackupSeal {
  readonly id: string;
  /** `nonce 12 · AES-256-GCM · tag 16`, bound to this backup and this path. */
  close(path: string, bytes: Uint8Array): Uint8Array;
  /** Throws `backup-key`: another key, or not what was put there. */
  open(path: string, bytes: Uint8Array): Uint8Array;
  /** Over the manifest: no file can be taken away, exchanged for one of another backup, or put beside. */
  mac(text: string): string;
}

const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
const CIPHER = 'aes-256-gcm';

export function backupSeal(key: Uint8Array, id: string, randomBytes: (length: number) => Uint8Array): BackupSeal {
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', key, id, `minglu backup ${use} v1`, 32));
  const [fileKey, manifestKey] = [derived('files'), derived('manifest')];
  return {
    id,
    close: (path, bytes) => {
      const nonce = randomBytes(NONCE_LENGTH);
      const cipher = createCipheriv(CIPHER, fileKey, nonce).setAAD(Buffer.from(path));
      return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    open: (path, bytes) => {
      try {
        const [nonce, tag] = [bytes.subarray(0, NONCE_LENGTH), bytes.subarray(-TAG_LENGTH)];
        const cipher = createDecipheriv(CIPHER, fileKey, nonce, { authTagLength: TAG_LENGTH });
        cipher.setAAD(Buffer.from(path)).setAuthTag(tag);
        return Buffer.concat([cipher.update(bytes.subarray(NONCE_LENGTH, -TAG_LENGTH)), cipher.final()]);
      } catch {
        throw new CliError('backup-key', { file: path });
      }
    },
    mac: (text) => createHmac('sha256', manifestKey).update(text).digest('base64url'),
  };
}

export const sameMac = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
