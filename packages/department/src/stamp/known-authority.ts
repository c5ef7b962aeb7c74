import { readFile } from 'node:fs/promises';
import { base64urlEncode, sha256 } from '@minglu/protocol';
import { writeDurably } from '../storage/write-durably.ts';

export interface KnownAuthorityOptions {
  /** Where its certificate is kept. */
  readonly path: string;
  /** Of its counter. */
  readonly url: string;
  /** base64url of SHA-256 over its certificate, where the department was told it. */
  readonly expected?: string;
  readonly timeoutMs: number;
}

/**
 * Which authority's stamps are taken: the one the department was told of, or else the one that answered first. Its
 * certificate is kept, so that another one at the same address later is not taken for it.
 */
export class KnownAuthority {
  readonly #options: KnownAuthorityOptions;
  #fingerprint: string | undefined;

  private constructor(options: KnownAuthorityOptions, fingerprint: string | undefined) {
    this.#options = options;
    this.#fingerprint = fingerprint;
  }

  static async open(options: KnownAuthorityOptions): Promise<KnownAuthority> {
    const kept = await readFile(options.path).catch(() => undefined);
    return new KnownAuthority(options, options.expected ?? (kept === undefined ? undefined : fingerprintOf(kept)));
  }

  get url(): string {
    return this.#options.url;
  }

  /** Nothing as long as it never answered. */
  find(): string | undefined {
    return this.#fingerprint;
  }

  /** Asks it for its certificate where it is not known yet. Throws what the way there throws. */
  async get(): Promise<string> {
    const { url, path, timeoutMs } = this.#options;
    if (this.#fingerprint !== undefined) return this.#fingerprint;
    const response = await fetch(new URL('certificate', url), { signal: AbortSignal.timeout(timeoutMs) });
    const certificate = new Uint8Array(await response.arrayBuffer());
    await writeDurably(path, certificate);
    this.#fingerprint = fingerprintOf(certificate);
    return this.#fingerprint;
  }
}

function fingerprintOf(certificate: Uint8Array): string {
  return base64urlEncode(sha256(certificate));
}
