import type { Checkpoint, CheckSignature, Signer, Vkey } from '@minglu/protocol';
import {
  base64Encode,
  checkCheckpoint,
  cosign,
  emptyRoot,
  equalBytes,
  formatNote,
  formatSignatureLine,
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
  readonly keys: readonly Vkey[];
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
  if (!(await isSigned(witness, log, request.note))) throw new WitnessError('checkpoint-not-signed');
  if (request.oldSize > request.checkpoint.size) throw new WitnessError('old-size-above-new');
  return await witness.lock.run(origin, () => extend(witness, log, request));
}

async function isSigned(witness: Witnessing, log: WitnessedLog, note: string): Promise<boolean> {
  const keys = { origin: log.origin, logKeys: log.keys, witnesses: [] };
  try {
    return (await checkCheckpoint(note, keys, witness.checkSignature)).logLine;
  } catch {
    // A line under the log's own key that does not verify: somebody touched it.
    return false;
  }
}

function parseRequest(body: string): Request {
  try {
    const { oldSize, proof, checkpoint: note } = parseAddCheckpoint(body);
    return { oldSize, proof, note, checkpoint: parseCheckpoint(note) };
  } catch {
    throw new WitnessError('request-malformed');
  }
}

async function extend(witness: Witnessing, log: WitnessedLog, request: Request): Promise<string> {
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
  const timeSeconds = cosignatureTime(witness, stored);
  const line = await cosign(checkpoint.note.text, { name: witness.name, signer: witness.signer, timeSeconds });
  const note = formatNote(checkpoint.note.text, [...linesOf(log, checkpoint), line]);
  await witness.store.save({ origin: log.origin, size: checkpoint.size, root, timeSeconds, checkpoint: note });
  return line;
}

function isConsistent(stored: OriginRecord | undefined, { checkpoint, oldSize, proof }: Request): boolean {
  if (checkpoint.size === 0 && !equalBytes(checkpoint.root, emptyRoot())) return false;
  if (stored === undefined || oldSize === 0 || oldSize === checkpoint.size) return proof.length === 0;
  const oldRoot = parseCheckpoint(stored.checkpoint).root;
  return verifyConsistency({ oldSize, oldRoot, newSize: checkpoint.size, newRoot: checkpoint.root, path: proof });
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

/** The lines of the log's known keys: unknown ones, ninety of them perhaps, are not this witness's to keep. */
function linesOf(log: WitnessedLog, checkpoint: Checkpoint): string[] {
  const ids = new Set(log.keys.map((key) => key.keyId));
  const known = checkpoint.note.signatures.filter(({ name, keyId }) => name === log.origin && ids.has(keyId));
  return known.map(formatSignatureLine);
}
