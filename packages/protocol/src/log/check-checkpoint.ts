import { utf8Encode } from '../encoding/utf8.ts';
import { ProtocolError } from '../errors.ts';
import { type CheckSignature, checkSignaturePure } from '../keys/check-signature.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import { cosignedMessage, findCosignatureTime } from './cosign.ts';
import type { NoteSignature } from './note.ts';
import type { Vkey } from './vkey.ts';

/** Whose signatures count under a checkpoint of `origin`. Names and keys come from here, never from the note. */
export interface CheckpointKeys {
  readonly origin: string;
  readonly logKeys: readonly Vkey[];
  /** How many of the log's keys must have signed, one a member of its cluster; any one when left out. */
  readonly quorum?: number;
  readonly witnesses: readonly Vkey[];
}

/** A witness that saw the checkpoint, with the latest time it says so, in POSIX seconds. */
export interface WitnessSeen {
  readonly name: string;
  readonly timeSeconds: number;
}

export interface CheckedCheckpoint {
  readonly checkpoint: Checkpoint;
  /** Whether the log signed it: as many of its keys as the trust's quorum wants. */
  readonly logLine: boolean;
  /** Distinct log keys of the trust that signed. */
  readonly logLines: number;
  /** The distinct witnesses, in the order of the trust; empty without the log's line. */
  readonly witnesses: readonly WitnessSeen[];
}

/**
 * Checks every line under a checkpoint that claims a known key, and counts each key once.
 *
 * Lines of unknown keys are ignored, as C2SP wants. A line that claims a known key and does not verify refuses the
 * whole: somebody touched it. Without the log's own line no witness counts: a witness's key alone must not be able
 * to make a checkpoint, nor a third of a cluster's members with it. Throws `note-*`, `checkpoint-*`.
 */
export async function checkCheckpoint(
  text: string,
  { origin, logKeys, quorum = 1, witnesses }: CheckpointKeys,
  checkSignature: CheckSignature = checkSignaturePure,
): Promise<CheckedCheckpoint> {
  const checkpoint = parseCheckpoint(text);
  if (checkpoint.origin !== origin) throw new ProtocolError('checkpoint-origin');
  const { text: body, signatures } = checkpoint.note;
  const signed = new Set<string>();
  for (const key of logKeys) {
    for (const signature of linesOf(key, signatures)) {
      const valid = await checkSignature(key.key, utf8Encode(body), signature.bytes);
      if (!valid) throw new ProtocolError('checkpoint-log-line');
      signed.add(key.key.kid);
    }
  }
  const seen: WitnessSeen[] = [];
  for (const witness of witnesses) {
    let latest: number | undefined;
    for (const signature of linesOf(witness, signatures)) {
      latest = Math.max(latest ?? 0, await timeOf(witness, body, signature, checkSignature));
    }
    if (latest !== undefined) seen.push({ name: witness.name, timeSeconds: latest });
  }
  const logLine = signed.size > 0 && signed.size >= quorum;
  return { checkpoint, logLine, logLines: signed.size, witnesses: logLine ? seen : [] };
}

/**
 * The same for whoever takes nothing less than the log's word. Throws `checkpoint-not-signed` when no key of the trust signed,
 * `checkpoint-quorum` when fewer did than it wants.
 */
export async function checkSignedCheckpoint(
  text: string,
  keys: CheckpointKeys,
  checkSignature: CheckSignature = checkSignaturePure,
): Promise<CheckedCheckpoint> {
  const checked = await checkCheckpoint(text, keys, checkSignature);
  const { logLine, logLines } = checked;
  if (logLines === 0) throw new ProtocolError('checkpoint-not-signed');
  if (!logLine) throw new ProtocolError('checkpoint-quorum', { lines: logLines, quorum: keys.quorum ?? 1 });
  return checked;
}

function linesOf({ name, keyId }: Vkey, signatures: readonly NoteSignature[]): NoteSignature[] {
  return signatures.filter((signature) => signature.name === name && signature.keyId === keyId);
}

async function timeOf(witness: Vkey, body: string, { bytes }: NoteSignature, checkSignature: CheckSignature) {
  const timeSeconds = findCosignatureTime(bytes);
  const valid =
    timeSeconds !== undefined &&
    (await checkSignature(witness.key, cosignedMessage(body, timeSeconds), bytes.subarray(8)));
  if (!valid) throw new ProtocolError('checkpoint-witness-line');
  return timeSeconds;
}
