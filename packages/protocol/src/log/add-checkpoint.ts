import { ProtocolError } from '../errors.ts';
import { findDecimal } from './decimal.ts';
import { findHashes, formatHashLines } from './hash-lines.ts';
import { MAX_NOTE_LENGTH } from './note.ts';

/** Proof lines that C2SP tlog-witness allows. */
const MAX_PROOF_LINES = 63;
const MAX_LENGTH = MAX_NOTE_LENGTH + 4096;

/** The body of `POST <prefix>/add-checkpoint` (C2SP tlog-witness): from which size, by which proof, to which checkpoint. */
export interface AddCheckpoint {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  /** The note, verbatim; not parsed here. */
  readonly checkpoint: string;
}

/** Throws `add-checkpoint-malformed`. */
export function formatAddCheckpoint({ oldSize, proof, checkpoint }: AddCheckpoint): string {
  const text = `old ${oldSize}\n${formatHashLines(proof)}\n${checkpoint}`;
  parseAddCheckpoint(text);
  return text;
}

/** Throws `add-checkpoint-malformed`: the witness answers 400. The checkpoint is the caller's to parse and check. */
export function parseAddCheckpoint(text: string): AddCheckpoint {
  const split = text.length > MAX_LENGTH ? -1 : text.indexOf('\n\n');
  const [oldLine = '', ...proofLines] = text.slice(0, Math.max(split, 0)).split('\n', MAX_PROOF_LINES + 2);
  const oldSize = oldLine.startsWith('old ') ? findDecimal(oldLine.slice(4)) : undefined;
  const proof = findHashes(proofLines, MAX_PROOF_LINES);
  const wrong = oldSize === undefined || proof === undefined || (oldSize === 0 && proof.length > 0);
  if (split < 0 || wrong) throw new ProtocolError('add-checkpoint-malformed');
  return { oldSize, proof, checkpoint: text.slice(split + 2) };
}

/** The body of a 409 answer (`text/x.tlog.size`): the size the witness stands at. */
export function formatTreeSize(size: number): string {
  return `${size}\n`;
}

/** Throws `add-checkpoint-malformed`. */
export function parseTreeSize(text: string): number {
  const size = text.endsWith('\n') ? findDecimal(text.slice(0, -1)) : undefined;
  if (size === undefined) throw new ProtocolError('add-checkpoint-malformed');
  return size;
}
