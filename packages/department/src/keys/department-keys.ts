import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { base64urlEncode, parseStrictJson } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import { type KeyPair, pairOf, secretOf } from './key-pair.ts';
import { OfficerKeys } from './officer-keys.ts';

export interface DepartmentKeys {
  /** Signs attestations; registered on the ledger. */
  readonly attester: KeyPair;
  /** Opens what people seal to this department (ECDH-ES). */
  readonly sealing: KeyPair;
  /** Sealing keys of before, for what was sealed to them: `sealing-before:…` in the file. Nothing new is. */
  readonly earlierSealing: readonly KeyPair[];
  /** Of the blind index: 32 bytes that never leave this process. */
  readonly index: Uint8Array;
  /** Seals what the department issues; certified, and never used for anything else. */
  readonly document: KeyPair;
  /** Demonstrations only: the officers' own keys, kept here because nobody has a real passkey in a demonstration. */
  readonly officers: ReadonlyMap<string, KeyPair>;
  readonly officerKeys: OfficerKeys;
}

export interface DepartmentKeysOptions {
  readonly directory: string;
  readonly officers: readonly string[];
  randomBytes(length: number): Uint8Array;
}

/** Reads `keys.json` (mode 0600) of the department's folder; whatever is missing in it is made and stored first. */
export async function openDepartmentKeys(options: DepartmentKeysOptions): Promise<DepartmentKeys> {
  const path = join(options.directory, 'keys.json');
  const secrets = await readSecrets(path);
  const names = [
    'attester',
    'sealing',
    'index',
    ...options.officers.map((officer) => `officer:${officer}`),
    'document',
  ];
  const missing = names.filter((name) => secrets[name] === undefined);
  for (const name of missing) secrets[name] = base64urlEncode(options.randomBytes(32));
  if (missing.length > 0) await writeSecrets(options.directory, path, secrets);
  const officerKeys = new OfficerKeys({
    secrets,
    officers: options.officers,
    save: () => writeSecrets(options.directory, path, secrets),
    randomBytes: options.randomBytes,
  });
  const earlier = Object.keys(secrets).filter((name) => name.startsWith('sealing-before:'));
  const earlierSealing = earlier.sort().map((name) => pairOf(secrets, name));
  return {
    attester: pairOf(secrets, 'attester'),
    sealing: pairOf(secrets, 'sealing'),
    index: secretOf(secrets, 'index'),
    document: pairOf(secrets, 'document'),
    earlierSealing,
    officers: officerKeys.current,
    officerKeys,
  };
}

async function readSecrets(path: string): Promise<Record<string, string>> {
  try {
    return { ...(parseStrictJson(await readFile(path, 'utf8')) as Record<string, string>) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new DepartmentError('register-damaged', { file: 'keys.json' });
  }
}

async function writeSecrets(directory: string, path: string, secrets: Record<string, string>): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = await open(`${path}.new`, 'w', 0o600);
  await file.writeFile(JSON.stringify(secrets));
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
}
