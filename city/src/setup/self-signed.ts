import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  readonly folder: string;
  /** Where `cert` lies, for a child that must trust it. */
  readonly certPath: string;
  /** SHA-256 in hex pairs, to compare with what the phone shows. */
  readonly fingerprint: string;
}

const LIFETIME_MS = 365 * 86_400_000;

/** A certificate for this machine's addresses, kept in the city's folder; made anew when the address changed or it ends. */
export async function selfSigned(directory: string, address: string, nowMs: number): Promise<Certificate> {
  const folder = join(directory, 'tls');
  const certPath = join(folder, 'cert.pem');
  const kept = await readKept(folder);
  if (kept !== undefined && fits(kept.cert, address, nowMs))
    return { ...kept, folder, certPath, fingerprint: print(kept.cert) };
  const made = await make(address, nowMs);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'key.pem'), made.key, { mode: 0o600 });
  await writeFile(certPath, made.cert);
  return { ...made, folder, certPath, fingerprint: print(made.cert) };
}

async function make(address: string, nowMs: number): Promise<{ key: string; cert: string }> {
  // A hundred files for what most starts have no use for.
  const { generate } = await import('selfsigned');
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'minglu city (demonstration)' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(nowMs - 60_000),
    notAfterDate: new Date(nowMs + LIFETIME_MS),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: address },
        ],
      },
    ],
  });
  return { key, cert };
}

async function readKept(folder: string): Promise<{ key: string; cert: string } | undefined> {
  try {
    const [key, cert] = await Promise.all([
      readFile(join(folder, 'key.pem'), 'utf8'),
      readFile(join(folder, 'cert.pem'), 'utf8'),
    ]);
    return { key, cert };
  } catch {
    return undefined;
  }
}

function fits(cert: string, address: string, nowMs: number): boolean {
  const certificate = new X509Certificate(cert);
  const lasts = certificate.validToDate.getTime() > nowMs + 7 * 86_400_000;
  return lasts && certificate.checkIP(address) !== undefined;
}

function print(cert: string): string {
  return new X509Certificate(cert).fingerprint256;
}
