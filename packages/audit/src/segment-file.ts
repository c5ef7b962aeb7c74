import type { AuditLine } from './audit-line.ts';
import { digestOfLine } from './hash.ts';
import { parseLine } from './parse-line.ts';

/** Lines of one file. A file that is full is a whole subtree of the stream's tree. */
export const SEGMENT_LINES = 4_096;

export const SEGMENT_NAME = /^([0-9]{12})\.jsonl$/;

export const segmentName = (first: number): string => `${String(first).padStart(12, '0')}.jsonl`;

/** Why a line does not follow on from the one before it. */
export type LineTrouble = 'line-malformed' | 'line-out-of-sequence' | 'line-not-chained' | 'line-unfinished';

export interface ReadSegment {
  readonly lines: readonly AuditLine[];
  readonly texts: readonly string[];
  /** Bytes up to and with the newline of the last good line. */
  readonly goodBytes: number;
  /** Digest of the last good line, or what was given when there is none. */
  readonly last: string;
  /** What stands behind the last good line, where there is anything. */
  readonly trouble?: { readonly seq: number; readonly what: LineTrouble };
}

/** Where a file begins, and whose lines it holds. */
export interface SegmentPlace {
  readonly first: number;
  readonly previous: string;
  readonly stream: string;
}

/** Reads lines as far as they follow on from each other. */
export const readSegment = (bytes: Uint8Array, { first, previous, stream }: SegmentPlace): ReadSegment => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lines: AuditLine[] = [];
  const texts: string[] = [];
  let last = previous;
  let goodBytes = 0;
  const stop = (what: LineTrouble): ReadSegment => {
    const seq = first + lines.length;
    return { lines, texts, goodBytes, last, trouble: { seq, what } };
  };
  while (goodBytes < file.length) {
    const end = file.indexOf(0x0a, goodBytes);
    if (end < 0) return stop('line-unfinished');
    const text = file.toString('utf8', goodBytes, end);
    const line = findLine(text);
    if (line === undefined || line.via !== stream) return stop('line-malformed');
    if (line.seq !== first + lines.length) return stop('line-out-of-sequence');
    if (line.previous !== last) return stop('line-not-chained');
    lines.push(line);
    texts.push(text);
    last = digestOfLine(text);
    goodBytes = end + 1;
  }
  return { lines, texts, goodBytes, last };
};

const findLine = (text: string): AuditLine | undefined => {
  // What a byte that is no UTF-8 was read as.
  if (text.includes('\uFFFD')) return undefined;
  try {
    return parseLine(text);
  } catch {
    return undefined;
  }
};
