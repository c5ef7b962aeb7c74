import type { FileSystem, LedgerNode } from '@minglu/node';
import type { Attachment } from '@minglu/protocol';
import { ApiError } from '../api-error.ts';
import { DraftSlots } from './draft-slots.ts';
import { digestOf, ObjectStore } from './object-store.ts';
import { type QuotaLimits, UploadQuota, type UploadSource } from './upload-quota.ts';

export interface VaultLimits {
  /** All objects that wait for a case to name them: what strangers together can make this disk hold. */
  readonly waitingBytes: number;
  /** How long an object waits. */
  readonly waitingMs: number;
  /** Of a stranger's line. */
  readonly uploads: QuotaLimits;
  /** Of an organ's officers together: a counter brings the documents of a whole district from one line. */
  readonly organ: QuotaLimits;
  /** What accepted cases under one key may name, and so make this disk keep for good. */
  readonly named: QuotaLimits;
}

export interface VaultOptions {
  readonly directory: string;
  readonly files: FileSystem;
  /** Asked what became of transactions that named objects. */
  readonly node: Pick<LedgerNode, 'find'>;
  readonly nowMs: () => number;
  readonly limits?: Partial<VaultLimits>;
}

const HOUR_MS = 3_600_000;
/** No transaction is good for longer than a day; an hour more for a node that was stopped over it. */
const UNDER_WAY_MS = 25 * HOUR_MS;

const usualLimits: VaultLimits = {
  waitingBytes: 1 << 30,
  waitingMs: 24 * HOUR_MS,
  uploads: { windowMs: HOUR_MS, bytes: 96 << 20, uploads: 600 },
  organ: { windowMs: HOUR_MS, bytes: 1 << 30, uploads: 6_000 },
  named: { windowMs: 24 * HOUR_MS, bytes: 128 << 20, uploads: 64 },
};

/** What people seal to a department and cases name: ciphertext only. No key ever comes here, so none can be lost here. */
export class Vault {
  readonly drafts: DraftSlots;
  readonly #objects: ObjectStore;
  readonly #quota: UploadQuota;
  readonly #node: Pick<LedgerNode, 'find'>;
  readonly #nowMs: () => number;
  readonly #limits: VaultLimits;
  readonly #writing = new Map<string, Promise<void>>();
  #opened: Promise<void> | undefined;

  constructor({ directory, files, node, nowMs, limits }: VaultOptions) {
    this.#limits = { ...usualLimits, ...limits };
    this.#objects = new ObjectStore(directory, files, nowMs);
    this.drafts = new DraftSlots(directory, files, nowMs);
    const { uploads: address, organ, named: caseKey } = this.#limits;
    this.#quota = new UploadQuota({ address, organ, caseKey }, nowMs);
    this.#node = node;
    this.#nowMs = nowMs;
  }

  /** Idempotent; everything below waits for it. */
  open(): Promise<void> {
    this.#opened ??= this.#objects.open().then(() => this.drafts.open());
    return this.#opened;
  }

  /** Keeps an object until a case names it or a day is over. Throws `vault-quota`, `vault-full`. */
  async put(bytes: Uint8Array, source: UploadSource): Promise<string> {
    await this.open();
    this.#quota.spend(source, bytes.length);
    const digest = digestOf(bytes);
    const waiting = [...this.#objects.waiting.values()].reduce((sum, one) => sum + one.bytes, 0);
    if (waiting + bytes.length > this.#limits.waitingBytes) throw new ApiError('vault-full');
    const before = this.#writing.get(digest) ?? Promise.resolve();
    const written = before.catch(() => undefined).then(() => this.#objects.put(digest, bytes));
    this.#writing.set(digest, written);
    try {
      await written;
    } finally {
      if (this.#writing.get(digest) === written) this.#writing.delete(digest);
    }
    return digest;
  }

  /** Counts a save of a draft against its source. */
  spend(source: UploadSource, bytes: number): void {
    this.#quota.spend(source, bytes);
  }

  async find(digest: string): Promise<Uint8Array | undefined> {
    await this.open();
    return this.#objects.find(digest);
  }

  /** Before a transaction that names them goes to the chain. Throws `attachment-not-stored`, `vault-quota`. */
  async hold(transaction: string, named: readonly Attachment[], caseKey?: string): Promise<void> {
    await this.open();
    // Looked at only: a key in a transaction that nobody has checked yet could be anybody's.
    if (caseKey !== undefined) this.#quota.check({ caseKey }, bytesOf(named), named.length);
    for (const { digest, bytes } of named) {
      if ((await this.#objects.pin(digest, transaction)) === bytes) continue;
      await this.settle(transaction, named, false);
      throw new ApiError('attachment-not-stored', { digest });
    }
  }

  /** What became of it: an accepted transaction's objects stay for good, and count against the key that the chain has checked. */
  async settle(
    transaction: string,
    named: readonly Attachment[],
    isAccepted: boolean,
    caseKey?: string,
  ): Promise<void> {
    if (isAccepted && caseKey !== undefined) this.#quota.count({ caseKey }, bytesOf(named), named.length);
    for (const { digest } of named) {
      await (isAccepted ? this.#objects.keep(digest) : this.#objects.unpin(digest, transaction));
    }
  }

  /** Asks the chain about every pin, then drops what nobody names. */
  async sweep(): Promise<void> {
    await this.open();
    await this.drafts.sweep();
    const inDrafts = this.drafts.objects();
    for (const [digest, object] of [...this.#objects.waiting]) {
      const waitedMs = this.#nowMs() - object.sinceMs;
      for (const pin of [...object.pins]) await this.#settlePin(digest, pin, waitedMs);
      const isNamed = object.pins.size > 0 || inDrafts.has(digest);
      const isThere = this.#objects.waiting.get(digest) === object;
      if (isThere && !isNamed && waitedMs > this.#limits.waitingMs) await this.#objects.drop(digest);
    }
  }

  async #settlePin(digest: string, transaction: string, waitedMs: number): Promise<void> {
    const recorded = await this.#node.find(transaction);
    if (recorded !== undefined && !('refused' in recorded.outcome)) await this.#objects.keep(digest);
    else if (recorded !== undefined || waitedMs > UNDER_WAY_MS) await this.#objects.unpin(digest, transaction);
  }
}

const bytesOf = (named: readonly Attachment[]): number => named.reduce((sum, { bytes }) => sum + bytes, 0);
