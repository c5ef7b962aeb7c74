import { formatAddCheckpoint, parseVkey, type Vkey } from '@minglu/protocol';
import type { CheckpointBoard } from '../checkpoints/checkpoint-board.ts';
import { noteOf, type SignedCheckpoint } from '../checkpoints/signed-checkpoint.ts';
import { findCosignature } from './check-cosignature.ts';
import { addCheckpoint, type WitnessAddress, type WitnessAnswer } from './witness-client.ts';

export interface WitnessStatus {
  readonly name: string;
  readonly vkey: string;
  readonly url: string;
  /** What it said last; `not-asked` before the first answer. */
  readonly state: 'not-asked' | 'cosigned' | 'conflict' | 'refused' | 'unreachable' | 'line-invalid';
  /** HTTP status, or the transport's code; absent when it cosigned. */
  readonly detail?: string;
  /** The size it stands at, as far as it told. */
  readonly size: number;
  /** 0 when it never cosigned since this start. */
  readonly lastCosignedSize: number;
  /** Its own clock, milliseconds; 0 as above. */
  readonly lastCosignedTime: number;
  readonly latencyMs?: number;
  /** Answers in a row that brought no line. */
  readonly failures: number;
  /** It holds more than this log has: a second history, or a witness of another log. */
  readonly isAhead: boolean;
}

export interface WitnessPusherOptions {
  readonly witnesses: readonly WitnessAddress[];
  readonly board: CheckpointBoard;
  /** RFC 6962 consistency path between two sizes of this log. */
  readonly findConsistencyPath: (oldSize: number, newSize: number) => readonly Uint8Array[];
  readonly onCosigned: (checkpoint: SignedCheckpoint, delayMs: number) => void;
  readonly minIntervalMs: number;
  readonly timeoutMs: number;
}

interface Peer {
  readonly address: WitnessAddress;
  readonly vkey: Vkey;
  /** Size it stands at, as it said. */
  size: number;
  /** Size it was last asked about with success. */
  done: number;
  busy: boolean;
  notBeforeMs: number;
  status: WitnessStatus;
}

/** A witness's time, and when it came by the monotonic clock. */
interface SeenTime {
  readonly timeMs: number;
  readonly atMs: number;
}

const MAX_BACKOFF_MS = 10_000;

/**
 * Brings checkpoints to witnesses (C2SP tlog-witness), all of them the same one, so that their lines meet under one
 * checkpoint. Nobody waits for it: receipts went out before, and a dead witness only shows in the status.
 */
export class WitnessPusher {
  readonly #options: WitnessPusherOptions;
  readonly #peers: readonly Peer[];
  #round: { checkpoint: SignedCheckpoint; startedMs: number } | undefined;
  #nextRoundMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #seen: SeenTime | undefined;

  constructor(options: WitnessPusherOptions) {
    this.#options = options;
    this.#peers = options.witnesses.map((address) => ({
      address,
      vkey: parseVkey(address.vkey),
      size: 0,
      done: 0,
      busy: false,
      notBeforeMs: 0,
      status: {
        ...address,
        state: 'not-asked',
        size: 0,
        lastCosignedSize: 0,
        lastCosignedTime: 0,
        failures: 0,
        isAhead: false,
      },
    }));
  }

  /** A newer checkpoint is up. */
  notify(): void {
    if (this.#closed || this.#timer !== undefined || this.#peers.length === 0) return;
    const waitMs = this.#nextRoundMs - performance.now();
    if (waitMs <= 0) {
      this.#startRound();
      return;
    }
    // Real time, whatever the chain's clock says: this paces a network.
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#startRound();
    }, waitMs).unref();
  }

  /** What a witness was found to hold before this node signed anything. */
  learn(name: string, size: number): void {
    for (const peer of this.#peers) if (peer.address.name === name) peer.size = size;
  }

  get statuses(): readonly WitnessStatus[] {
    return this.#peers.map(({ status }) => status);
  }

  /** What the witnesses' clocks say now: the latest time they put under a checkpoint of ours, and what passed since. */
  findNowMs(): number | undefined {
    return this.#seen === undefined ? undefined : this.#seen.timeMs + performance.now() - this.#seen.atMs;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #startRound(): void {
    const newest = this.#options.board.findNewest();
    // A witness is shown the log's word, not one member's.
    if (this.#closed || newest === undefined || newest.isShort === true) return;
    const nowMs = performance.now();
    this.#nextRoundMs = nowMs + this.#options.minIntervalMs;
    if (newest.size > (this.#round?.checkpoint.size ?? 0)) {
      this.#round = { checkpoint: newest, startedMs: nowMs };
      this.#options.board.push(newest);
    }
    for (const peer of this.#peers) void this.#pump(peer);
    if (this.#isBehind()) this.notify();
  }

  #isBehind(): boolean {
    const newest = this.#options.board.findNewest()?.size ?? 0;
    return this.#peers.some(({ done }) => done < newest);
  }

  /** Never rejects. A slow witness skips rounds; it takes the current one when it is free again. */
  async #pump(peer: Peer): Promise<void> {
    const round = this.#round;
    if (round === undefined || peer.busy || peer.done >= round.checkpoint.size) return;
    if (performance.now() < peer.notBeforeMs) return;
    peer.busy = true;
    const startedMs = performance.now();
    const answer = await this.#ask(peer, round.checkpoint);
    const isDone = this.#take(peer, answer, round.checkpoint, startedMs);
    peer.busy = false;
    if (isDone) this.#options.onCosigned(round.checkpoint, performance.now() - round.startedMs);
    else peer.notBeforeMs = performance.now() + backoffMs(peer.status);
    if (this.#isBehind()) this.notify();
  }

  #ask(peer: Peer, checkpoint: SignedCheckpoint): Promise<WitnessAnswer> {
    const oldSize = Math.min(peer.size, checkpoint.size);
    const proof = this.#options.findConsistencyPath(oldSize, checkpoint.size);
    const body = formatAddCheckpoint({ oldSize, proof, checkpoint: noteOf(checkpoint) });
    return addCheckpoint(peer.address, body, this.#options.timeoutMs);
  }

  #take(peer: Peer, answer: WitnessAnswer, checkpoint: SignedCheckpoint, startedMs: number): boolean {
    const latencyMs = performance.now() - startedMs;
    if (answer.kind === 'cosigned') {
      const cosignature = findCosignature(answer.lines, checkpoint.body, peer.vkey);
      if (cosignature === undefined) return this.#fail(peer, 'line-invalid', undefined);
      peer.size = checkpoint.size;
      peer.done = checkpoint.size;
      this.#seen = latestOf(this.#seen, cosignature.timeSeconds);
      this.#options.board.addLine(checkpoint.size, peer.address.name, cosignature.line);
      const { detail: _old, ...rest } = peer.status;
      peer.status = {
        ...rest,
        state: 'cosigned',
        size: peer.size,
        lastCosignedSize: peer.size,
        lastCosignedTime: cosignature.timeSeconds * 1_000,
        latencyMs,
        failures: 0,
        isAhead: false,
      };
      return true;
    }
    if (answer.kind === 'conflict') {
      const isAhead = answer.size > (this.#options.board.findNewest()?.size ?? 0);
      peer.size = isAhead ? peer.size : answer.size;
      this.#fail(peer, 'conflict', String(answer.size));
      peer.status = { ...peer.status, size: answer.size, isAhead };
      return false;
    }
    return this.#fail(peer, answer.kind, answer.kind === 'refused' ? String(answer.status) : answer.reason);
  }

  #fail(peer: Peer, state: WitnessStatus['state'], detail: string | undefined): false {
    const failures = peer.status.failures + 1;
    const { detail: _old, ...rest } = peer.status;
    peer.status = { ...rest, state, failures, ...(detail === undefined ? {} : { detail }) };
    return false;
  }
}

/** The first conflict is the usual way to learn a size: ask again at once. Others wait longer each time. */
function backoffMs({ state, failures }: WitnessStatus): number {
  if (state === 'conflict' && failures === 1) return 0;
  return Math.min(MAX_BACKOFF_MS, 250 * 2 ** Math.min(failures, 6));
}

function latestOf(seen: SeenTime | undefined, timeSeconds: number): SeenTime {
  const timeMs = timeSeconds * 1_000;
  return seen !== undefined && seen.timeMs > timeMs ? seen : { timeMs, atMs: performance.now() };
}
