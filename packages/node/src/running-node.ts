import { join } from 'node:path';
import { parseSidecar, type Sidecar } from '@minglu/protocol';
import { type BackupReport, copyDirectory } from './archive/copy-directory.ts';
import { type Recomputed, type RecomputeOptions, recompute } from './check/recompute.ts';
import { scanAttachments } from './check/scan-attachments.ts';
import { noteOf } from './checkpoints/signed-checkpoint.ts';
import { nativeHash } from './crypto/native-hash.ts';
import { eraseAttachments } from './erase/erase-attachments.ts';
import type { OnBlock, Unsubscribe } from './follow/follow.ts';
import { isStateDamage, toNodeError } from './halt.ts';
import type { LedgerNode } from './ledger-node.ts';
import type { MetricsSnapshot } from './metrics.ts';
import { NodeError } from './node-error.ts';
import type { NodeStatus } from './node-status.ts';
import type { Parts } from './open/assemble.ts';
import { layout } from './open/stores.ts';
import type { StateRead } from './read/reader.ts';
import type { RecordedTransaction, SubmitResult } from './submit/submissions.ts';

/** The node that `openNode` gives; it only passes on, and turns every failure into this package's own. */
export class RunningNode implements LedgerNode {
  readonly #parts: Parts;
  #closing: Promise<void> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  submit(jws: string, sidecarText?: string): Promise<SubmitResult> {
    return this.#parts.submissions.submit(jws, sidecarText);
  }

  find(id: string): Promise<RecordedTransaction | undefined> {
    return this.#coded(() => this.#parts.submissions.find(id));
  }

  receipt(index: number): Promise<string> {
    return this.#coded(() => this.#parts.receipts.get(index));
  }

  read(key: string): StateRead {
    try {
      return this.#parts.reader.read(key);
    } catch (error) {
      throw this.#reasonOf(error);
    }
  }

  licenceProof(number: string): Promise<string> {
    return this.#coded(() => this.#parts.reader.licenceProof(number));
  }

  blockProof(height: number): Promise<string> {
    return this.#coded(() => this.#parts.reader.blockProof(height));
  }

  consistency(oldSize: number, newSize: number): Promise<readonly Uint8Array[]> {
    return this.#coded(async () => this.#parts.reader.consistency(oldSize, newSize));
  }

  checkpoint(): string {
    const { board, published } = this.#parts;
    const note = board.findNewestNote();
    if (note === undefined) throw new NodeError('not-found', { size: published.size });
    return note;
  }

  cosignedCheckpoint(): string | undefined {
    const cosigned = this.#parts.board.findCosigned();
    return cosigned === undefined ? undefined : noteOf(cosigned.checkpoint, [...cosigned.lines.values()]);
  }

  checkpoints(beforeSize: number, limit: number): Promise<readonly string[]> {
    return this.#coded(() => this.#parts.history.list(beforeSize, limit));
  }

  tile(path: string): Promise<Uint8Array | undefined> {
    return this.#coded(() => this.#parts.reader.tile(path));
  }

  async sidecar(id: string): Promise<Sidecar | undefined> {
    const text = await this.#findAttachment('sidecar', id);
    return text === undefined ? undefined : parseSidecar(text, nativeHash);
  }

  trace(id: string): Promise<string | undefined> {
    return this.#findAttachment('trace', id);
  }

  follow(fromHeight: number, onBlock: OnBlock): Unsubscribe {
    return this.#parts.follows.follow(fromHeight, onBlock);
  }

  recompute(asked: RecomputeOptions): Promise<Recomputed> {
    const { options, chain, stores, fileSystem } = this.#parts;
    const { genesis, contracts } = options;
    return this.#coded(async () => {
      // What is still on its way to disk is not gone through.
      await chain.flush();
      const findAttachment = await scanAttachments(join(options.directory, layout.log), fileSystem);
      const runtime = { genesis, contracts, hash: nativeHash };
      return await recompute({ log: stores.log, findAttachment, runtime }, asked);
    });
  }

  erase(id: string): Promise<void> {
    const { chain, stores } = this.#parts;
    return this.#coded(async () => {
      // Only what is synced can be erased.
      await chain.flush();
      await eraseAttachments(stores, id);
    });
  }

  status(): NodeStatus {
    const { options, chain, board, published, stores, submissions, authenticator, follows, pusher, space } =
      this.#parts;
    const witnesses = pusher.statuses;
    const halt = chain.halted;
    return {
      chain: options.genesis.chain,
      state: halt !== undefined ? 'halted' : space.isFull ? 'full' : 'open',
      ...(halt === undefined ? {} : { halted: { code: halt.code, facts: halt.facts } }),
      height: published.height,
      time: published.timeMs,
      size: published.size,
      cosignedSize: board.findCosigned()?.checkpoint.size ?? 0,
      protocol: published.protocol,
      flushedHeight: stores.state.flushedMark().height,
      authenticating: authenticator.waiting,
      waiting: submissions.waiting,
      followers: follows.count,
      followerLag: follows.lag,
      witnesses,
      alarms: alarmsOf(this.#parts),
    };
  }

  metrics(): MetricsSnapshot {
    const { metrics } = this.#parts;
    const { height, size, cosignedSize, authenticating, waiting, followers, followerLag } = this.status();
    return metrics.snapshot({ height, size, cosignedSize, authenticating, waiting, followers, followerLag });
  }

  async backup(target: string): Promise<BackupReport> {
    const { options, chain, fileSystem } = this.#parts;
    return this.#coded(async () => {
      await chain.flush();
      return copyDirectory({ source: options.directory, target, fileSystem });
    });
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** Undefined for one that was erased, too. */
  async #findAttachment(kind: 'sidecar' | 'trace', id: string): Promise<string | undefined> {
    try {
      return await this.#coded(() => this.#parts.reader.findAttachment(kind, id));
    } catch (error) {
      if (error instanceof NodeError && error.code === 'sidecar-erased') return undefined;
      throw error;
    }
  }

  async #close(): Promise<void> {
    const { authenticator, sequencer, chain, pusher, follows, history, stores, submissions } = this.#parts;
    await authenticator.close();
    await sequencer.close();
    pusher.close();
    await this.#parts.gate?.close();
    this.#parts.space.close();
    follows.close();
    const latest = this.#parts.board.findNewestNote();
    if (latest !== undefined) history.record(this.#parts.published.size, latest, true);
    try {
      if (chain.halted === undefined) await chain.flush();
    } catch (error) {
      chain.halt(toNodeError(error));
    }
    const closed = new NodeError('closed');
    submissions.halt(closed);
    chain.halt(closed);
    await history.close();
    await stores.close();
  }

  async #coded<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      throw this.#reasonOf(error);
    }
  }

  /** A reader who finds the state damaged stops the node as a writer would: only then does the next start make it again. */
  #reasonOf(error: unknown): NodeError {
    const reason = toNodeError(error);
    if (isStateDamage(reason)) this.#parts.chain.halt(reason);
    return reason;
  }
}

function alarmsOf({ options, pusher, published, gate }: Parts): string[] {
  const alarms: string[] = [...(gate?.alarms ?? [])];
  const witnesses = pusher.statuses;
  if (witnesses.some(({ failures }) => failures > 2)) alarms.push('witness-silent');
  if (witnesses.some(({ isAhead }) => isAhead)) alarms.push('witness-ahead');
  const nowMs = options.clock.nowMs();
  const witnessNowMs = pusher.findNowMs();
  const isSkewed = witnessNowMs !== undefined && Math.abs(witnessNowMs - nowMs) > MAX_SKEW_MS;
  if (isSkewed || published.timeMs > nowMs + MAX_SKEW_MS) alarms.push('clock-skew');
  return alarms;
}

/** Beyond this a clock is wrong, not late. */
const MAX_SKEW_MS = 60_000;
