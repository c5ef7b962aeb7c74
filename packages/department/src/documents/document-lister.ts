import { readFile } from 'node:fs/promises';
import { formatStrictJson, parseStrictJsonObject, type Signer } from '@minglu/protocol';
import { Client, submit } from '@minglu/sdk';
import { DepartmentError } from '../department-error.ts';
import { writeDurably } from '../storage/write-durably.ts';
import type { DocumentRegister } from './document-register.ts';

/** As many as the deed takes. */
const MOST = 64;
const LIFETIME_MS = 10 * 60_000;

export interface DocumentListerOptions {
  /** Of the note how far it got. */
  readonly path: string;
  readonly platformUrl: string;
  readonly timeoutMs: number;
  readonly chain: string;
  readonly organisation: string;
  /** base64url of SHA-256 over the certificate that the seals verify under. */
  readonly certificate: string;
  /** The department's attester key, which the chain knows. */
  readonly signer: Signer;
  readonly register: DocumentRegister;
  /** The time-stamp authority whose stamps the documents bear, where there is one. */
  findAuthority(): string | undefined;
  clock(): number;
}

/**
 * Tells the ledger which documents are this organ's, by their hashes. It goes by the register, so nothing is forgotten
 * by a crash or a platform that is away; said twice, the ledger keeps the first.
 */
export class DocumentLister {
  readonly #options: DocumentListerOptions;
  readonly #client: Client;
  #listed: number;

  private constructor(options: DocumentListerOptions, listed: number) {
    this.#options = options;
    this.#client = new Client({ baseUrl: options.platformUrl, timeoutMs: options.timeoutMs });
    this.#listed = listed;
  }

  static async open(options: DocumentListerOptions): Promise<DocumentLister> {
    return new DocumentLister(options, await readCount(options.path));
  }

  /** Lists what is not listed yet. Throws `listing-refused`, and what the way to the platform throws. */
  async run(): Promise<void> {
    const { register, path } = this.#options;
    for (;;) {
      const documents = register.after(this.#listed, MOST);
      if (documents.length === 0) return;
      await this.#list(documents.map(({ digest }) => digest));
      this.#listed += documents.length;
      await writeDurably(path, formatStrictJson({ v: 0, listed: this.#listed }));
    }
  }

  async #list(documents: readonly string[]): Promise<void> {
    const { chain, organisation: org, certificate, signer, findAuthority, clock } = this.#options;
    const stamp = findAuthority();
    const body = { org, certificate, ...(stamp === undefined ? {} : { stamp }), documents: [...documents] };
    const deed = { chain, deed: 'documents.list', body, notAfter: clock() + LIFETIME_MS, embedKey: false };
    const { outcome } = await submit(this.#client, deed, signer);
    // All of them are there: this process died before it could note that.
    if ('refused' in outcome && outcome.refused !== 'nothing-changes')
      throw new DepartmentError('listing-refused', { refused: String(outcome.refused) });
  }
}

async function readCount(path: string): Promise<number> {
  try {
    const { listed } = parseStrictJsonObject(await readFile(path, 'utf8'));
    return typeof listed === 'number' ? listed : 0;
  } catch {
    // Nothing is lost by saying it all again.
    return 0;
  }
}
