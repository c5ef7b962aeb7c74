import type { Checkpoint, CheckSignature, Signer } from '@minglu/protocol';
import {
  base64Encode,
  checkCheckpoint,
  cosign,
  emptyRoot,
  equalBytes,
  parseAddCheckpoint,
  parseCheckpoint,
  verifyConsistency,
} from '@minglu/protocol';
import type { Evidence } from './evidence.ts';
import type { EvidenceStore } from './evidence-store.ts';
import type { OriginLock } from './origin-lock.ts';
import { WitnessError } from './witness-error.ts';
import type { OriginRecord, WitnessStore } from './witness-store.ts';

/** A log this witness serves. Several keys: while a log rolls its key, a line by any of them is its signature. */
export interface WitnessedLog {
  readonly origin: string;
  /** vkeys of the log's signing keys. */
  readonly keys: readonly string[];
}

export interface Witnessing {
  readonly name: string;
  readonly signer: Signer;
  readonly logs: ReadonlyMap<string, WitnessedLog>;
  readonly store: WitnessStore;
  readonly evidence: EvidenceStore;
  readonly lock: OriginLock;
  readonly checkSignature: CheckSignature;
  clock(): number;
}

interface Request {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

/** A witness whose clock fell further than this behind its own last cosignature says nothing until it is set right. */
const CLOCK_SLACK_SECONDS = 60;

/**
 * C2SP tlog-witness `add-checkpoint`: the cosignature line for a checkpoint that extends the last one cosigned.
 * Refusals are WitnessErrors; `CONFLICT` carries the size to retry from. The record is on disk before this returns.
 */
export async function addCheckpoint(witness: Witnessing, body: string): Promise<string> {
  const request = parseRequest(body);
  const { origin } = request.checkpoint;
  const log = witness.logs.get(origin);
  if (log === undefined) throw new WitnessError('origin-unknown');
  const trust = { origin, logKeys: log.keys, witnesses: [], threshold: 0 };
  const checked = await checkCheckpoint(request.note, trust, witness.checkSignature);
  if (!checked.logLine) throw new WitnessError('checkpoint-not-signed');
  if (request.oldSize > request.checkpoint.size) throw new WitnessError('old-size-above-new');
  return await witness.lock.run(origin, () => extend(witness, request));
}

function parseRequest(body: string): Request {
  try {
    const { oldSize, proof, checkpoint: note } = parseAddCheckpoint(body);
    return { oldSize, proof, note, checkpoint: parseCheckpoint(note) };
  } catch {
    throw new WitnessError('request-malformed');
  }
}

async function extend(witness: Witnessing, request: Request): Promise<string> {
  const { checkpoint, oldSize, proof } = request;
  const stored = await witness.store.find(checkpoint.origin);
  const root = base64Encode(checkpoint.root);
  if (stored !== undefined && stored.size === checkpoint.size && stored.root !== root) {
    // The same size twice with two roots, both signed: a fork, whatever old size the request claims.
    await witness.evidence.keep(await evidenceOf(witness, 'fork', stored, request));
    throw new WitnessError('size-conflict', { size: stored.size });
  }
  if (oldSize !== (stored?.size ?? 0)) throw new WitnessError('size-conflict', { size: stored?.size ?? 0 });
  if (!isConsistent(stored, request)) {
    if (stored !== undefined && proof.length > 0) {
      await witness.evidence.keep(await evidenceOf(witness, 'unproved', stored, request));
    }
    throw new WitnessError('proof-refused');
  }
  return await cosignAndStore(witness, request, stored);
}

function isConsistent(stored: OriginRecord | undefined, { checkpoint, oldSize, proof }: Request): boolean {
  if (checkpoint.size === 0 && !equalBytes(checkpoint.root, emptyRoot())) return false;
  if (stored === undefined || oldSize === 0 || oldSize === checkpoint.size) return proof.length === 0;
  const oldRoot = parseCheckpoint(stored.checkpoint).root;
  return verifyConsistency({ oldSize, oldRoot, newSize: checkpoint.size, newRoot: checkpoint.root, path: proof });
}

async function cosignAndStore(
  witness: Witnessing,
  request: Request,
  stored: OriginRecord | undefined,
): Promise<string> {
  const { checkpoint, note } = request;
  const timeSeconds = cosignatureTime(witness, stored);
  const line = await cosign(noteBody(note), { name: witness.name, signer: witness.signer, timeSeconds });
  await witness.store.save({
    origin: checkpoint.origin,
    size: checkpoint.size,
    root: base64Encode(checkpoint.root),
    timeSeconds,
    checkpoint: onlyLogLines(note, checkpoint.origin) + line,
  });
  return line;
}

/** Never earlier than the last: a cosignature's time says when this witness saw the largest tree. */
function cosignatureTime(witness: Witnessing, stored: OriginRecord | undefined): number {
  const now = Math.floor(witness.clock() / 1000);
  const last = stored?.timeSeconds ?? 0;
  if (now < last - CLOCK_SLACK_SECONDS) throw new WitnessError('clock-behind', { behindSeconds: last - now });
  return Math.max(now, last);
}

async function evidenceOf(
  witness: Witnessing,
  kind: 'fork' | 'unproved',
  stored: OriginRecord,
  request: Request,
): Promise<Evidence> {
  const evidence: Evidence = {
    kind,
    origin: stored.origin,
    observer: witness.name,
    olderFrom: witness.name,
    newerFrom: 'log',
    seenAt: witness.clock(),
    older: stored.checkpoint,
    newer: request.note,
  };
  return kind === 'fork' ? evidence : { ...evidence, failedProof: request.proof.map((hash) => base64Encode(hash)) };
}

/** The signed text of a note: everything up to the blank line, its last newline included. */
function noteBody(note: string): string {
  return note.slice(0, note.indexOf('\n\n') + 1);
}

/** Lines of keys this witness does not know are the log's problem; only those under the origin's name are kept. */
function onlyLogLines(note: string, origin: string): string {
  const end = note.indexOf('\n\n') + 2;
  const lines = note.slice(end).split('\n');
  const kept = lines.filter((line) => line.startsWith(`\u2014 ${origin} `));
  return note.slice(0, end) + kept.map((line) => `${line}\n`).join('');
}
