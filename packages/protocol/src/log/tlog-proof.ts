import { base64Encode } from '../encoding/base64.ts';
import { ProtocolError } from '../errors.ts';
import { findDecimal } from './decimal.ts';
import { MAX_ENTRY_LENGTH } from './entry-bundle.ts';
import { findBase64, findHashes, formatHashLines } from './hash-lines.ts';
import { MAX_PATH_LENGTH } from './merkle-hash.ts';
import { MAX_NOTE_LENGTH } from './note.ts';

const HEADER = 'c2sp.org/tlog-proof@v1\n';
/** UTF-16 units of the longest proof read here: an entry of 65,535 bytes, its path, a note of full length. */
export const MAX_TLOG_PROOF_LENGTH = MAX_NOTE_LENGTH + 4 * Math.ceil(MAX_ENTRY_LENGTH / 3) + 4096;

/** A C2SP tlog-proof. Nothing in it is checked yet; in a receipt `extra` is the entry itself. */
export interface TlogProof {
  readonly extra: Uint8Array | undefined;
  readonly index: number;
  readonly path: readonly Uint8Array[];
  /** The note, verbatim. */
  readonly checkpoint: string;
}

/** The text of a proof. The parts are the caller's own: nothing is checked here, so that it costs next to nothing. */
export function formatTlogProof({ extra, index, path, checkpoint }: TlogProof): string {
  const extraLine = extra === undefined ? '' : `extra ${base64Encode(extra)}\n`;
  return `${HEADER}${extraLine}index ${index}\n${formatHashLines(path)}\n${checkpoint}`;
}

/** The parts of a proof's text; one proof has one text. Throws `tlog-proof-too-long`, `tlog-proof-malformed {part}`. */
export function parseTlogProof(text: string): TlogProof {
  if (text.length > MAX_TLOG_PROOF_LENGTH) {
    throw new ProtocolError('tlog-proof-too-long', { maxLength: MAX_TLOG_PROOF_LENGTH });
  }
  const split = text.indexOf('\n\n');
  if (!text.startsWith(HEADER) || split < HEADER.length) throw malformed('header');
  const lines = text.slice(HEADER.length, split).split('\n', MAX_PATH_LENGTH + 3);
  const extra = parseExtra(lines[0]?.startsWith('extra ') === true ? lines.shift() : undefined);
  const indexLine = lines.shift() ?? '';
  const index = indexLine.startsWith('index ') ? findDecimal(indexLine.slice(6)) : undefined;
  if (index === undefined) throw malformed('index');
  const path = findHashes(lines, MAX_PATH_LENGTH);
  if (path === undefined) throw malformed('path');
  return { extra, index, path, checkpoint: text.slice(split + 2) };
}

function parseExtra(line: string | undefined): Uint8Array | undefined {
  if (line === undefined) return undefined;
  const extra = findBase64(line.slice(6));
  if (extra === undefined || extra.length > MAX_ENTRY_LENGTH) throw malformed('extra');
  return extra;
}

function malformed(part: string): ProtocolError {
  return new ProtocolError('tlog-proof-malformed', { part });
}
