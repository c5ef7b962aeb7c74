import { base64urlEncode } from '@minglu/protocol';
import { attestersBefore } from './attester-key.ts';
import { type KeyPair, pairOf, secretOf } from './key-pair.ts';
import { OfficerKeys } from './officer-keys.ts';
import { readSecrets, writeSecrets } from './secrets-file.ts';

export interface DepartmentKeys {
  /** Signs attestations; registered on the ledger. */
  readonly attester: KeyPair;
  /** Thumbprints of the attesting keys of before, the newest first: `attester-before:…` in the file. */
  readonly earlierAttesters: readonly string[];
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
  const { directory } = options;
  const secrets = await readSecrets(directory);
  const names = [
    'attester',
    'sealing',
    'index',
    ...options.officers.map((officer) => `officer:${officer}`),
    'document',
  ];
  const missing = names.filter((name) => secrets[name] === undefined);
  for (const name of missing) secrets[name] = base64urlEncode(options.randomBytes(32));
  if (missing.length > 0) await writeSecrets(directory, secrets);
  const officerKeys = new OfficerKeys({
    secrets,
    officers: options.officers,
    save: () => writeSecrets(directory, secrets),
    randomBytes: options.randomBytes,
  });
  const earlier = Object.keys(secrets).filter((name) => name.startsWith('sealing-before:'));
  const earlierSealing = earlier.sort().map((name) => pairOf(secrets, name));
  return {
    attester: pairOf(secrets, 'attester'),
    earlierAttesters: attestersBefore(secrets),
    sealing: pairOf(secrets, 'sealing'),
    index: secretOf(secrets, 'index'),
    document: pairOf(secrets, 'document'),
    earlierSealing,
    officers: officerKeys.current,
    officerKeys,
  };
}
