import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../storage/write-durably.ts';
import type { SealKey } from './seal-certificate.ts';

export interface SealOptions {
  readonly directory: string;
  readonly key: SealKey;
  readonly organ: string;
  readonly words: string;
  readonly nowMs: number;
  /** Left out: it seals documents. */
  readonly use?: 'time-stamp';
  randomBytes(length: number): Uint8Array;
}

/** The certificate of the department's document key, in DER; made on the first start and kept. */
export async function openSeal(options: SealOptions): Promise<Uint8Array> {
  const name = options.use === undefined ? 'seal-certificate.der' : 'time-stamp-certificate.der';
  const path = join(options.directory, name);
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { makeSealCertificate } = await import('./seal-certificate.ts');
  const { key, organ, words, nowMs, use, randomBytes } = options;
  // A step may be older than the department's first start by the blocks that came before it.
  const certificate = await makeSealCertificate({
    key,
    organ,
    words,
    fromMs: nowMs - 86_400_000,
    serial: randomBytes(16),
    ...(use === undefined ? {} : { use }),
  });
  await writeDurably(path, certificate);
  return certificate;
}
