import { base64urlEncode, type Signer } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import { pairOf } from './key-pair.ts';
import { readSecrets, writeSecrets } from './secrets-file.ts';

const CURRENT = 'attester';
const NEXT = 'attester-next';
const BEFORE = 'attester-before:';

/** The key a department's process attests with, while the process stands still, and the one that follows it. */
export interface AttesterKey {
  readonly current: Signer;
  /** Thumbprints of those before, the newest first. Their secrets are gone: they sign nothing any more. */
  readonly before: readonly string[];
  /** The same until it is taken: whoever was interrupted goes on where they were. */
  next(): Promise<Signer>;
  /** From here on the next one is the key. Throws `store-damaged` where none was made. */
  take(): Promise<void>;
}

export interface AttesterKeyOptions {
  /** The department's own folder, with its `keys.json`. */
  readonly directory: string;
  randomBytes(length: number): Uint8Array;
}

/** Throws `register-damaged` where there is no key to begin with. */
export async function openAttesterKey({ directory, randomBytes }: AttesterKeyOptions): Promise<AttesterKey> {
  const secrets = await readSecrets(directory);
  return {
    get current() {
      return pairOf(secrets, CURRENT).signer;
    },
    get before() {
      return attestersBefore(secrets);
    },
    next: async () => {
      if (secrets[NEXT] === undefined) {
        secrets[NEXT] = base64urlEncode(randomBytes(32));
        await writeSecrets(directory, secrets);
      }
      return pairOf(secrets, NEXT).signer;
    },
    take: async () => {
      const next = secrets[NEXT];
      if (next === undefined) throw new DepartmentError('store-damaged', { file: 'keys.json' });
      const before = attestersBefore(secrets);
      secrets[`${BEFORE}${before.length}`] = pairOf(secrets, CURRENT).signer.publicKey.kid;
      secrets[CURRENT] = next;
      delete secrets[NEXT];
      await writeSecrets(directory, secrets);
    },
  };
}

/** Thumbprints of keys that this process signed with before, the newest first: what it wrote down under them is still its own. */
export function attestersBefore(secrets: Readonly<Record<string, string>>): readonly string[] {
  const names = Object.keys(secrets).filter((name) => name.startsWith(BEFORE));
  const place = (name: string) => Number(name.slice(BEFORE.length));
  return names.sort((a, b) => place(b) - place(a)).map((name) => secrets[name] ?? '');
}
