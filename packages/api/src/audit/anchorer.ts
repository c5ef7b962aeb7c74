import { decide, PLATFORM } from '@minglu/ledger';
import { base64urlEncode, type Signer, signTransaction } from '@minglu/protocol';
import type { Logger } from 'pino';
import type { LedgerNode } from '../api-node.ts';
import { readRecord } from '../queries/read-record.ts';
import { API_STREAM, type AuditDoor } from './audit-door.ts';

/** From the first line that no anchor covers to its anchor: with the block that carries it, ten seconds are kept. */
const DELAY_MS = 4_000;
/** Lines that wait this long are an alarm. */
const LATE_MS = 60_000;
const TICK_MS = 1_000;
const WINDOW_MS = 60_000;

export interface AnchorerOptions {
  readonly door: AuditDoor;
  readonly node: LedgerNode;
  readonly chain: string;
  readonly recorder: Signer | undefined;
  readonly nowMs: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly log: Logger;
}

/** Says in the ledger how far the trail is, soon after it grew; a trail that stands still costs nothing. */
export class Anchorer {
  readonly #options: AnchorerOptions;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();
  #isBusy = false;
  /** Since when a line waits, by the machine's running clock: one that is set back is no excuse. */
  #waitingSince: number | undefined;
  #saidLate = false;
  #trouble: string | undefined;

  constructor(options: AnchorerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => this.tick(), TICK_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#work;
    if (this.#lag() > 0) await this.#anchor().catch(() => undefined);
  }

  /** Milliseconds that the oldest line without an anchor has waited. */
  get waitingMs(): number {
    return this.#waitingSince === undefined ? 0 : performance.now() - this.#waitingSince;
  }

  get isLate(): boolean {
    return this.waitingMs > LATE_MS;
  }

  /** Why the last try did not anchor: a code. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  get anchoredSize(): number {
    const size = readRecord(this.#options.node, `audit/${API_STREAM}`)?.size;
    return typeof size === 'number' ? size : 0;
  }

  tick(): void {
    if (this.#lag() <= 0) {
      this.#waitingSince = undefined;
      this.#saidLate = false;
      return;
    }
    this.#waitingSince ??= performance.now();
    if (this.isLate && !this.#saidLate) {
      this.#saidLate = true;
      this.#options.log.error({ event: 'audit-anchor-late', lines: this.#lag(), trouble: this.#trouble });
    }
    if (this.#isBusy || this.waitingMs < DELAY_MS) return;
    this.#isBusy = true;
    this.#work = this.#anchor()
      .catch((error: unknown) => {
        const { code } = error as { code?: unknown };
        this.#trouble = typeof code === 'string' ? code : 'internal';
      })
      .finally(() => {
        this.#isBusy = false;
      });
  }

  #lag(): number {
    return this.#options.door.size - this.anchoredSize;
  }

  async #anchor(): Promise<void> {
    const { door, node, chain, recorder, nowMs, random } = this.#options;
    if (recorder === undefined || !this.#mayAnchor(recorder)) {
      // Not tried: a refused deed is a record too, and there would be one every second.
      this.#trouble = recorder === undefined ? 'recorder-missing' : 'recorder-unknown';
      return;
    }
    const { size, root } = door.root();
    const body = { stream: API_STREAM, size, root: base64urlEncode(root) };
    const id = base64urlEncode(random(16));
    const letter = { chain, id, deed: 'audit.anchor', notAfter: nowMs() + WINDOW_MS, body };
    const { outcome } = await node.submit(await signTransaction(letter, recorder, { embedKey: false }));
    this.#trouble = 'refused' in outcome ? outcome.refused : undefined;
    // What came in meanwhile waits from now on.
    if (this.#trouble === undefined) this.#waitingSince = this.#lag() > 0 ? performance.now() : undefined;
  }

  #mayAnchor(recorder: Signer): boolean {
    const { node, nowMs } = this.#options;
    const state = { get: (key: string): string | undefined => node.read(key).value };
    const actor = { kid: recorder.publicKey.kid, caseKey: false, atMs: nowMs() };
    return decide(state, actor, 'audit.anchor', { org: PLATFORM }).allow;
  }
}
