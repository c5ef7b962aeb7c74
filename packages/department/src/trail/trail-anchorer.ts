import { base64urlEncode, type Signer } from '@minglu/protocol';
import { Client, submit } from '@minglu/sdk';
import { DepartmentError } from '../department-error.ts';
import type { DepartmentTrail } from './department-trail.ts';

/** From the first line without an anchor to its anchor: with a look each second and the block, ten seconds are kept. */
const DELAY_MS = 4_000;
/** Lines that wait this long are an alarm. */
const LATE_MS = 60_000;
const WINDOW_MS = 60_000;
const TIMEOUT_MS = 10_000;

export interface TrailAnchorerOptions {
  readonly trail: DepartmentTrail;
  readonly platformUrl: string;
  readonly chain: string;
  /** The department's attesting key, which has the role `recorder` too. */
  readonly signer: Signer;
  clock(): number;
}

/** Says in the ledger how far this department's own trail is: then neither the platform nor the department can change it unnoticed. */
export class TrailAnchorer {
  readonly #options: TrailAnchorerOptions;
  readonly #client: Client;
  /** Lines known to be anchored. */
  #anchored = 0;
  #waitingSince: number | undefined;

  constructor(options: TrailAnchorerOptions) {
    this.#options = options;
    this.#client = new Client({ baseUrl: options.platformUrl, timeoutMs: TIMEOUT_MS });
  }

  /** One look. Throws `anchor-late` where lines have waited for a minute. */
  async run(): Promise<void> {
    const { size } = this.#options.trail.stream;
    if (size <= this.#anchored) {
      this.#waitingSince = undefined;
      return;
    }
    this.#waitingSince ??= performance.now();
    const waitedMs = performance.now() - this.#waitingSince;
    if (waitedMs < DELAY_MS) return;
    await this.#anchor().catch(() => undefined);
    if (this.#anchored < size && waitedMs > LATE_MS)
      throw new DepartmentError('anchor-late', { lines: size - this.#anchored });
  }

  async #anchor(): Promise<void> {
    const { trail, chain, signer, clock } = this.#options;
    const stream = trail.stream.name;
    const known = await this.#sizeIn(`audit/${stream}`);
    const { size, root } = trail.stream.root();
    // A refused deed is a record too: nothing is sent that would be.
    const isRecorder = (await this.#read(`role/${trail.organisation}/${signer.publicKey.kid}/recorder`)) !== undefined;
    if (size > known && isRecorder) {
      const body = { stream, size, root: base64urlEncode(root) };
      const deed = { chain, deed: 'audit.anchor', body, notAfter: clock() + WINDOW_MS, embedKey: false };
      const { outcome } = await submit(this.#client, deed, signer);
      if ('refused' in outcome) return;
    } else if (size > known) return;
    this.#anchored = size;
    this.#waitingSince = undefined;
  }

  async #sizeIn(key: string): Promise<number> {
    const text = await this.#read(key);
    return text === undefined ? 0 : Number((JSON.parse(text) as { size?: unknown }).size ?? 0);
  }

  async #read(key: string): Promise<string | undefined> {
    return (await this.#client.get('/api/state', { key })).value ?? undefined;
  }
}
