import { join } from 'node:path';
import { type Runtime, recordKey } from '@minglu/ledger';
import { isJsonObject, parseStrictJsonObject } from '@minglu/protocol';
import { authenticTransaction } from '../authenticate/authentic-transaction.ts';
import { Authenticator } from '../authenticate/authenticator.ts';
import type { RegisteredKey } from '../authenticate/verdict.ts';
import { Chain } from '../chain.ts';
import { CheckpointBoard } from '../checkpoints/checkpoint-board.ts';
import { CheckpointHistory, HISTORY_FILE } from '../checkpoints/checkpoint-history.ts';
import { LogSigner } from '../checkpoints/log-signer.ts';
import { noteOf } from '../checkpoints/signed-checkpoint.ts';
import type { CommitTarget } from '../commit/commit-block.ts';
import { type CrashPoint, crashPointAt, noCrashPoint } from '../commit/crash-points.ts';
import { nativeHash } from '../crypto/native-hash.ts';
import { Follows } from '../follow/follow.ts';
import { isStateDamage, toNodeError } from '../halt.ts';
import { type Divergence, QuorumGate } from '../members/quorum-gate.ts';
import { Metrics } from '../metrics.ts';
import type { NodeError } from '../node-error.ts';
import { defaultLimits, type NodeLimits, type NodeOptions } from '../node-options.ts';
import { Published } from '../read/published.ts';
import { Reader } from '../read/reader.ts';
import { EmbeddedSequencer } from '../sequencer/embedded/embedded-sequencer.ts';
import type { Sequencer } from '../sequencer/sequencer.ts';
import type { FileSystem } from '../store/file-system.ts';
import type { StateStore } from '../store/state-store.ts';
import { writeFileDurably } from '../store/write-file-durably.ts';
import { Receipts } from '../submit/receipts.ts';
import { findFreeBytes, SpaceGuard } from '../submit/space-guard.ts';
import { Submissions } from '../submit/submissions.ts';
import { WitnessPusher } from '../witness/witness-pusher.ts';
import { markStateDamaged, type Stores } from './stores.ts';

const WITNESS_INTERVAL_MS = 300;
const WITNESS_TIMEOUT_MS = 2_000;
const VERIFY_THREADS = 2;
const SPACE_INTERVAL_MS = 1_000;
const QUORUM_PATIENCE_MS = 8_000;

/** A node's parts, wired together and at rest. */
export interface Parts {
  readonly options: NodeOptions;
  readonly limits: NodeLimits;
  readonly stores: Stores;
  readonly fileSystem: FileSystem;
  readonly target: CommitTarget;
  readonly chain: Chain;
  readonly board: CheckpointBoard;
  readonly history: CheckpointHistory;
  readonly published: Published;
  readonly receipts: Receipts;
  readonly reader: Reader;
  readonly follows: Follows;
  readonly metrics: Metrics;
  readonly authenticator: Authenticator;
  readonly submissions: Submissions;
  readonly pusher: WitnessPusher;
  readonly sequencer: Sequencer;
  readonly space: SpaceGuard;
  readonly gate: QuorumGate | undefined;
}

export async function assemble(options: NodeOptions, stores: Stores, fileSystem: FileSystem): Promise<Parts> {
  const limits = { ...defaultLimits, ...options.limits };
  const { log, state } = stores;
  const metrics = new Metrics();
  const patienceMs = options.cluster === undefined ? undefined : (options.cluster.patienceMs ?? QUORUM_PATIENCE_MS);
  const published = new Published(patienceMs);
  const board = new CheckpointBoard(options.witnessThreshold ?? 1);
  const history = await CheckpointHistory.open(join(options.directory, HISTORY_FILE), fileSystem);
  const receipts = new Receipts(log, board);
  const reader = new Reader({ state, log, board, receipts, published });
  const entries = {
    get size() {
      return published.size;
    },
    readEntry: (index: number) => log.entry(index),
  };
  const follows = new Follows(entries, () => metrics.add('followers_failed'));
  const target = targetOf(options, stores);
  const pusher = pusherOf(options, { board, history, receipts, metrics });
  const authenticator = authenticatorOf(options, limits, state);
  const sequencer =
    options.sequencer?.({
      authenticate: (jws, sidecar) => authenticTransaction(authenticator, jws, sidecar),
      fail: (error) => chain.halt(toNodeError(error)),
    }) ?? sequencerOf(options, limits, () => ({ arriving: authenticator.waiting, pusher }));
  const gate = gateOf(options, target, fileSystem, (error) => chain.halt(error));
  const space = await spaceGuardOf(options, limits);
  const submissions = new Submissions({
    authenticator,
    state,
    log,
    receipts,
    published,
    metrics,
    space,
    maxWaiting: limits.maxWaiting,
    nowMs: () => Math.max(options.clock.nowMs(), published.timeMs),
    order: (transaction) => sequencer.submit(transaction),
    ...(gate === undefined || patienceMs === undefined
      ? {}
      : { quorum: { patienceMs, isMissing: () => gate.isMissing } }),
  });
  const chain: Chain = new Chain({
    ...{ target, board, history, published, follows, metrics, limits, gate },
    onCommitted: (committed) => {
      submissions.answer(committed);
      pusher.notify();
    },
    onHalt: (error: NodeError) => {
      submissions.halt(error);
      pusher.close();
      gate?.halt();
      if (isStateDamage(error)) void markStateDamaged(options.directory).catch(() => {});
    },
  });
  return {
    ...{ options, limits, stores, fileSystem, target, chain, board, history },
    ...{ published, receipts, reader, follows, metrics },
    ...{ authenticator, submissions, pusher, sequencer, space, gate },
  };
}

function authenticatorOf(options: NodeOptions, { maxWaiting }: NodeLimits, state: StateStore): Authenticator {
  const threads = options.verifyThreads ?? VERIFY_THREADS;
  return new Authenticator({ threads, maxWaiting, findKey: (kid) => findKey(state, kid) });
}

function sequencerOf(
  options: NodeOptions,
  limits: NodeLimits,
  look: () => { readonly arriving: number; readonly pusher: WitnessPusher },
): Sequencer {
  return new EmbeddedSequencer({
    ...limits,
    clock: options.clock,
    countArriving: () => look().arriving,
    findLatestTimeMs: () => latestTimeMs(options, look().pusher),
    // The chain has halted itself and told everyone; the sequencer only stops ordering.
    onFailure: () => {},
  });
}

async function spaceGuardOf(options: NodeOptions, { minFreeBytes }: NodeLimits): Promise<SpaceGuard> {
  const find = options.findFreeBytes ?? (() => findFreeBytes(options.directory));
  const space = new SpaceGuard({ findFreeBytes: find, minFreeBytes, intervalMs: SPACE_INTERVAL_MS });
  await space.look();
  return space;
}

function targetOf(options: NodeOptions, { state, log, journal, signedHead }: Stores): CommitTarget {
  const { genesis, contracts } = options;
  const runtime: Runtime = { genesis, contracts, hash: nativeHash };
  const signer = new LogSigner(genesis.chain, options.signer);
  return { runtime, state, log, journal, signedHead, signer, crash: crashOf(options) };
}

/** Its files lie beside the stores; a disk that does not take one has its own way to say so. */
function gateOf(
  { cluster, directory }: NodeOptions,
  { signer, log }: CommitTarget,
  fileSystem: FileSystem,
  onDiverged: (error: NodeError) => void,
): QuorumGate | undefined {
  if (cluster === undefined) return undefined;
  let writing = Promise.resolve();
  const keep = (divergence: Divergence) => {
    const name = `diverged-${divergence.size}.json`;
    const text = `${JSON.stringify({ format: 'minglu-divergence/v0', ...divergence })}\n`;
    writing = writing
      .then(() => writeFileDurably(fileSystem, join(directory, name), Buffer.from(text)))
      .catch(() => {});
    return name;
  };
  return new QuorumGate({
    ...{ own: signer.vkey, logKeys: cluster.logKeys, exchange: cluster.exchange, keep, onDiverged },
    patienceMs: cluster.patienceMs ?? QUORUM_PATIENCE_MS,
    rootAt: (size) => log.root(size),
    nowMs: () => performance.now(),
  });
}

function crashOf({ crash, crashAt, crashOccurrence = 1 }: NodeOptions): CrashPoint {
  if (crash !== undefined) return crash;
  if (crashAt === undefined) return noCrashPoint;
  return crashPointAt(crashAt, crashOccurrence, () => process.kill(process.pid, 'SIGKILL'));
}

function pusherOf(
  options: NodeOptions,
  parts: Pick<Parts, 'board' | 'history' | 'receipts' | 'metrics'>,
): WitnessPusher {
  const { board, history, receipts, metrics } = parts;
  return new WitnessPusher({
    witnesses: options.witnesses,
    board,
    findConsistencyPath: (oldSize, newSize) => receipts.tree(newSize).consistencyPath(oldSize),
    onCosigned: (checkpoint, delayMs) => {
      metrics.observe('cosignature_ms', delayMs);
      const cosigned = board.findCosigned();
      if (cosigned?.checkpoint.size !== checkpoint.size) return;
      history.record(checkpoint.size, noteOf(cosigned.checkpoint, [...cosigned.lines.values()]), true);
    },
    minIntervalMs: WITNESS_INTERVAL_MS,
    timeoutMs: WITNESS_TIMEOUT_MS,
  });
}

function latestTimeMs({ maxAheadOfWitnessesMs }: NodeOptions, pusher: WitnessPusher): number | undefined {
  const witnessNowMs = maxAheadOfWitnessesMs === undefined ? undefined : pusher.findNowMs();
  return witnessNowMs === undefined ? undefined : Math.floor(witnessNowMs) + (maxAheadOfWitnessesMs ?? 0);
}

function findKey(state: StateStore, kid: string): RegisteredKey | undefined {
  const text = state.get(recordKey('key', kid));
  const { jwk } = text === undefined ? {} : parseStrictJsonObject(text);
  return isJsonObject(jwk) ? { kid, jwk } : undefined;
}
