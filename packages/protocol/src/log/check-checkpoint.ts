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
  readonly witnesses: readonly Vkey[];
}

/** A witness that saw the checkpoint, with the latest time it says so, in POSIX seconds. */
export interface WitnessSeen {
  readonly name: string;
  readonly timeSeconds: number;
}

export interface CheckedCheckpoint {
  readonly checkpoint: Checkpoint;
  /** Whether a log key of the trust signed it. */
  readonly logLine: boolean;
  /** The distinct witnesses, in the order of the trust; empty without the log's line. */
  readonly witnesses: readonly WitnessSeen[];
}

/**
 * Checks every line under a checkpoint that claims a known key, and counts each key once.
 *
 * Lines of unknown keys are ignored, as C2SP wants. A line that claims a known key and does not verify refuses the
 * whole: somebody touched it. Without the log's own line no witness counts: a witness's key alone must not be able
 * to make a checkpoint. Throws `note-*`, `checkpoint-*`.
 */
export async function checkCheckpoint(
  text: string,
  { origin, logKeys, witnesses }: CheckpointKeys,
  checkSignature: CheckSignature = checkSignaturePure,
): Promise<CheckedCheckpoint> {
  const checkpoint = parseCheckpoint(text);
  if (checkpoint.origin !== origin) throw new ProtocolError('checkpoint-origin');
  const { text: body, signatures } = checkpoint.note;
  let logLine = false;
  for (const key of logKeys) {
    for (const signature of linesOf(key, signatures)) {
      const valid = await checkSignature(key.key, utf8Encode(body), signature.bytes);
      if (!valid) throw new ProtocolError('checkpoint-log-line');
      logLine = true;
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
  return { checkpoint, logLine, witnesses: logLine ? seen : [] };
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
