import {
  auditKey,
  type JsonObject,
  type JsonValue,
  type PublicKey,
  parsePublicJwk,
  parseStrictJsonObject,
  parseVkey,
} from '@minglu/protocol';
import { Client, readVerifiedState } from '@minglu/sdk';

/** The ledger's own organisation. */
const PLATFORM = 'platform';
const READ_TIMEOUT_MS = 10_000;

export interface RegistrarKeysOptions {
  /** Of the platform's API. */
  readonly url: string;
  readonly chain: string;
  /** vkeys of the log. */
  readonly logKeys: readonly string[];
  readonly timeoutMs: number;
}

/**
 * Keys of registrars, of whatever organ, and of auditors, out of the ledger's state with its whole proof: a department believes neither
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
  find(kid: string, nowMs: number): Promise<PublicKey | undefined> {
    return this.#findWith('registrar', kid, nowMs);
  }

  /** As `find`, for auditors: they are the platform's alone, whatever another organisation calls its people. */
  findAuditor(kid: string, nowMs: number): Promise<PublicKey | undefined> {
    return this.#findWith('auditor', kid, nowMs, PLATFORM);
  }

  /** Of anybody who works anywhere: what they may do is asked of the chain. */
  async findOfficer(kid: string): Promise<{ readonly key: PublicKey; readonly org: string } | undefined> {
    if (!/^[\w-]{43}$/.test(kid)) return undefined;
    const key = await this.#read(`key/${kid}`);
    if (key?.status !== 'active' || typeof key.org !== 'string') return undefined;
    return { key: parsePublicJwk(key.jwk as JsonObject), org: key.org };
  }

  /** What the ledger says of a stream, with its proof, as it came; nothing before the first anchor. */
  async anchorProof(stream: string): Promise<{ value: string; state: JsonValue; block: string } | undefined> {
    const { value, state, block } = await this.#client.get('/api/state', { key: auditKey(stream) });
    return value === null ? undefined : { value, state: state as JsonValue, block };
  }

  async #findWith(role: string, kid: string, nowMs: number, org?: string): Promise<PublicKey | undefined> {
    const key = await this.#read(`key/${kid}`);
    if (key?.status !== 'active' || typeof key.org !== 'string') return undefined;
    if (org !== undefined && key.org !== org) return undefined;
    const held = await this.#read(`role/${key.org}/${kid}/${role}`);
    if (held === undefined || (typeof held.until === 'number' && held.until <= nowMs)) return undefined;
    return parsePublicJwk(key.jwk as JsonObject);
  }

  async #read(key: string): Promise<JsonObject | undefined> {
    const { value } = await readVerifiedState(this.#client, key, this.#trust);
    return value === null ? undefined : parseStrictJsonObject(value);
  }
}

/** Nothing without a platform: there is no telling a registrar or an auditor from a stranger then. */
export function openRegistrarKeys(options: {
  readonly platform?: { readonly url: string; readonly logKeys: readonly string[] };
  readonly chain: string;
}): RegistrarKeys | undefined {
  const { platform, chain } = options;
  return platform === undefined ? undefined : new RegistrarKeys({ ...platform, chain, timeoutMs: READ_TIMEOUT_MS });
}
