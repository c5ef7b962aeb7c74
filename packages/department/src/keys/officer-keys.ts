import { base64urlEncode } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import { type KeyPair, pairOf } from './key-pair.ts';

interface OfficerKeysOptions {
  /** As in `keys.json`: `officer:<id>`, `officer-next:<id>`, and `officer-before:<id>:<n>`. */
  readonly secrets: Record<string, string>;
  readonly officers: readonly string[];
  save(): Promise<void>;
  randomBytes(length: number): Uint8Array;
}

/**
 * Demonstrations only: officers' keys, and how one gives way to the next. The next is made first and taken once the ledger knows
 * it; those before are kept, because what they signed still wants a name.
 */
export class OfficerKeys {
  readonly #options: OfficerKeysOptions;
  readonly #current: Map<string, KeyPair>;

  constructor(options: OfficerKeysOptions) {
    this.#options = options;
    this.#current = new Map(
      options.officers.map((officer) => [officer, pairOf(options.secrets, `officer:${officer}`)]),
    );
  }

  get current(): ReadonlyMap<string, KeyPair> {
    return this.#current;
  }

  /** The newest first. */
  before(officer: string): readonly KeyPair[] {
    return this.#namesBefore(officer).map((name) => pairOf(this.#options.secrets, name));
  }

  /** Whose key it is or was. */
  findOfficer(kid: string): string | undefined {
    return [...this.#current].find(([, pair]) => pair.signer.publicKey.kid === kid)?.[0];
  }

  /** The same until it is taken: whoever was interrupted goes on where they were. */
  async next(officer: string): Promise<KeyPair> {
    const { secrets, save, randomBytes } = this.#options;
    const name = `officer-next:${officer}`;
    if (secrets[name] === undefined) {
      secrets[name] = base64urlEncode(randomBytes(32));
      await save();
    }
    return pairOf(secrets, name);
  }

  /** From here on the next key is the officer's. Throws `officer-required` where none was made. */
  async take(officer: string): Promise<void> {
    const { secrets, save } = this.#options;
    const { [`officer:${officer}`]: former = '', [`officer-next:${officer}`]: next } = secrets;
    if (next === undefined) throw new DepartmentError('officer-required');
    secrets[`officer-before:${officer}:${this.#namesBefore(officer).length}`] = former;
    secrets[`officer:${officer}`] = next;
    delete secrets[`officer-next:${officer}`];
    await save();
    this.#current.set(officer, pairOf(secrets, `officer:${officer}`));
  }

  #namesBefore(officer: string): readonly string[] {
    const prefix = `officer-before:${officer}:`;
    const names = Object.keys(this.#options.secrets).filter((name) => name.startsWith(prefix));
    return names.sort((a, b) => Number(b.slice(prefix.length)) - Number(a.slice(prefix.length)));
  }
}
