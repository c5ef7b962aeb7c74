import { type JsonObject, type PublicKey, parsePublicJwk, parseStrictJsonObject, parseVkey } from '@minglu/protocol';
import { Client, readVerifiedState } from '@minglu/sdk';

export interface RegistrarKeysOptions {
  /** Of the platform's API. */
  readonly url: string;
  readonly chain: string;
  /** vkeys of the log. */
  readonly logKeys: readonly string[];
  readonly timeoutMs: number;
}

/**
 * Keys of registrars, of whatever organ, out of the ledger's state with its whole proof: a department believes neither
 * the page that calls it nor the platform's word, only what a signed checkpoint proves.
 */
export class RegistrarKeys {
  readonly #client: Client;
  readonly #trust;

  constructor({ url, chain, logKeys, timeoutMs }: RegistrarKeysOptions) {
    this.#client = new Client({ baseUrl: url, timeoutMs });
    this.#trust = { origin: chain, logKeys: logKeys.map(parseVkey), witnesses: [], threshold: 0 };
  }

  /** Nothing for a key that is unknown, revoked, or no registrar's at this time. */
  async find(kid: string, nowMs: number): Promise<PublicKey | undefined> {
    const key = await this.#read(`key/${kid}`);
    if (key?.status !== 'active' || typeof key.org !== 'string') return undefined;
    const role = await this.#read(`role/${key.org}/${kid}/registrar`);
    if (role === undefined || (typeof role.until === 'number' && role.until <= nowMs)) return undefined;
    return parsePublicJwk(key.jwk as JsonObject);
  }

  async #read(key: string): Promise<JsonObject | undefined> {
    const { value } = await readVerifiedState(this.#client, key, this.#trust);
    return value === null ? undefined : parseStrictJsonObject(value);
  }
}
