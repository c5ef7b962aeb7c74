import { base64Encode } from '../encoding/base64.ts';
import { ProtocolError } from '../errors.ts';
import { findDecimal } from './decimal.ts';
import { findHash } from './hash-lines.ts';
import { hasControl } from './key-name.ts';
import { HASH_LENGTH } from './merkle-hash.ts';
import { type Note, parseNote } from './note.ts';
import { type NoteSigner, signatureLine } from './sign-note.ts';

const MAX_BODY_LENGTH = 4096;

/** What a checkpoint says: which log, how many entries, the root over them. */
export interface CheckpointBody {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** A checkpoint (C2SP tlog-checkpoint) with the note it came in. Its signatures are not checked yet. */
export interface Checkpoint extends CheckpointBody {
  readonly note: Note;
}

/** The checkpoint that a note carries. Throws `note-*`, `checkpoint-malformed`. */
export function parseCheckpoint(text: string): Checkpoint {
  const note = parseNote(text);
  return { ...parseCheckpointBody(note.text), note };
}

/**
 * The statement of a checkpoint's body. Extension lines are read and ignored, as C2SP wants: they are signed, but
 * nothing here may depend on them. Throws `checkpoint-malformed`.
 */
export function parseCheckpointBody(body: string): CheckpointBody {
  const lines = body.length > MAX_BODY_LENGTH ? [] : body.split('\n');
  const complete = lines.pop() === '';
  const [origin, sizeText, rootText] = lines;
  const size = sizeText === undefined ? undefined : findDecimal(sizeText);
  const root = rootText === undefined ? undefined : findHash(rootText);
  if (!complete || origin === undefined || size === undefined || root === undefined || lines.includes('')) {
    throw new ProtocolError('checkpoint-malformed');
  }
  return { origin, size, root };
}

/** `origin\nsize\nroot\n`, the text that a log signs. Throws `checkpoint-malformed`. */
export function formatCheckpointBody({ origin, size, root }: CheckpointBody): string {
  const printable = origin.length > 0 && origin.isWellFormed() && !hasControl(origin);
  if (!printable || !Number.isSafeInteger(size) || size < 0 || root.length !== HASH_LENGTH) {
    throw new ProtocolError('checkpoint-malformed');
  }
  return `${origin}\n${size}\n${base64Encode(root)}\n`;
}

/** A log's line under a checkpoint's body, with its newline. Refuses to sign what is no checkpoint. */
export async function signCheckpoint(body: string, signer: NoteSigner): Promise<string> {
  parseCheckpointBody(body);
  return signatureLine(body, signer);
}
