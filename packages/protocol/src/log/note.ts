import { base64Encode } from '../encoding/base64.ts';
import { concatBytes } from '../encoding/bytes.ts';
import { hexDecode, hexEncode } from '../encoding/hex.ts';
import { ProtocolError } from '../errors.ts';
import { findBase64 } from './hash-lines.ts';
import { hasControl, isKeyName } from './key-name.ts';

/** UTF-16 units of the longest note read here: 16 post-quantum signature lines and more. */
export const MAX_NOTE_LENGTH = 131_072;
/** As many signature lines as Go's sumdb/note reads. */
export const MAX_SIGNATURE_LINES = 100;

const NEWLINE = 0x0a;
const PREFIX = '— ';

/** One line of signature: who says to have made it (name and 8 hex digits of key id), and the bytes after the id. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: string;
  readonly bytes: Uint8Array;
}

/** A note (C2SP signed-note): `text` ends in a newline and is what is signed. Nothing in it is checked yet. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/**
 * The parts of a signed note. As strict as Go's sumdb/note and, for base64, stricter: one signature has one text.
 * Throws `note-too-long` or `note-malformed`.
 */
export function parseNote(note: string): Note {
  if (note.length > MAX_NOTE_LENGTH) throw new ProtocolError('note-too-long', { maxLength: MAX_NOTE_LENGTH });
  if (!note.isWellFormed() || hasControl(note, NEWLINE)) throw new ProtocolError('note-malformed');
  const split = note.lastIndexOf('\n\n');
  if (split < 0) throw new ProtocolError('note-malformed');
  return { text: note.slice(0, split + 1), signatures: parseSignatureLines(note.slice(split + 2)) };
}

/** Signature lines alone, each with its newline, as a witness answers them. Throws `note-malformed`. */
export function parseSignatureLines(text: string): NoteSignature[] {
  const lines = text.split('\n', MAX_SIGNATURE_LINES + 2);
  if (lines.length < 2 || lines.length > MAX_SIGNATURE_LINES + 1 || lines.pop() !== '') {
    throw new ProtocolError('note-malformed');
  }
  return lines.map(parseSignatureLine);
}

function parseSignatureLine(line: string, at: number): NoteSignature {
  const space = line.indexOf(' ', PREFIX.length);
  const name = line.slice(PREFIX.length, space);
  const bytes = space < 0 ? undefined : findBase64(line.slice(space + 1));
  if (!line.startsWith(PREFIX) || !isKeyName(name) || bytes === undefined || bytes.length < 5) {
    throw new ProtocolError('note-malformed', { line: at });
  }
  return { name, keyId: hexEncode(bytes.subarray(0, 4)), bytes: bytes.subarray(4) };
}

/** The line of one signature, with its newline. Throws `note-name`. */
export function formatSignatureLine({ name, keyId, bytes }: NoteSignature): string {
  if (!isKeyName(name)) throw new ProtocolError('note-name');
  return `${PREFIX}${name} ${base64Encode(concatBytes(hexDecode(keyId), bytes))}\n`;
}

/** A note of its text (ending in a newline) and signature lines (each with its newline). Throws `note-malformed`. */
export function formatNote(text: string, lines: readonly string[]): string {
  const note = `${text}\n${lines.join('')}`;
  if (parseNote(note).text !== text) throw new ProtocolError('note-malformed');
  return note;
}

/** `note` with one more signature line (with its newline) at its end. Throws `note-malformed`. */
export function addSignatureLine(note: string, line: string): string {
  parseSignatureLines(line);
  const longer = note + line;
  parseNote(longer);
  return longer;
}
