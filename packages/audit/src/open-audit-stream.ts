import { join } from 'node:path';
import { equalBytes, leafHash, memoryTree, utf8Encode } from '@minglu/protocol';
import { AuditError } from './audit-error.ts';
import type { AuditFiles } from './audit-files.ts';
import type { AuditLine } from './audit-line.ts';
import type { AuditRoot, CutNote, OpenAuditStream } from './audit-stream.ts';
import { diskFiles } from './disk-files.ts';
import { FileStream, MAX_BATCH_BYTES } from './file-stream.ts';
import { beginningOf, nativeSha256 } from './hash.ts';
import { findSeal, writeSeal } from './seal-file.ts';
import { SegmentBook } from './segment-book.ts';
import { type ReadSegment, readSegment, SEGMENT_LINES, SEGMENT_NAME, segmentName } from './segment-file.ts';
import { SegmentWriter } from './segment-writer.ts';

export interface AuditStreamOptions {
  /** Of this stream alone. */
  readonly directory: string;
  /** `api` or `department:<org>`. */
  readonly stream: string;
  /** What the ledger says was there: a stream that is shorter, or another, is damaged and not cut further. */
  readonly anchored?: AuditRoot;
  readonly files?: AuditFiles;
  /** A power of two; for tests. */
  readonly segmentLines?: number;
}

/**
 * Opens a stream and reads its newest file, and of those before it their seals, or them where there is none: every line must
 * follow on from the one before. What a power cut left of the last
 * batch, which no answer ever waited for, is cut off and kept beside the file; anything else is `audit-damaged`, and
 * nothing is appended behind it.
 */
export const openAuditStream = async (options: AuditStreamOptions): Promise<OpenAuditStream> => {
  const { directory, stream, files = diskFiles, segmentLines = SEGMENT_LINES } = options;
  await files.makeDirectory(directory);
  await files.syncDirectory(join(directory, '..'));
  const readTexts = (first: number): readonly string[] =>
    textsOf(files.readFileNow(join(directory, segmentName(first))) ?? new Uint8Array());
  const book = new SegmentBook(segmentLines, readTexts);
  const firsts = await listFirsts(directory, files, segmentLines);
  let last = beginningOf(stream);
  let bytes = 0;
  let torn: TornFile | undefined;
  for (const first of firsts) {
    const seal = first === firsts.at(-1) ? undefined : await findSeal(files, directory, first);
    if (seal !== undefined) {
      book.addSealed(seal);
      last = seal.last;
      continue;
    }
    const file = join(directory, segmentName(first));
    const read = readSegment((await files.readFile(file)) ?? new Uint8Array(), { first, previous: last, stream });
    const isLast = first === firsts.at(-1);
    if (read.lines.length > segmentLines) throw damaged(first, segmentLines, 'file-too-long');
    if (read.trouble !== undefined) torn = { directory, files, first, read };
    if (torn !== undefined && !isLast) throw damagedAt(torn);
    if (!isLast && read.lines.length < segmentLines) throw damaged(first, read.lines.length, 'file-too-short');
    for (const [place, line] of read.lines.entries()) book.add(line, read.texts[place] ?? '');
    last = read.last;
    if (!isLast) await writeSeal(files, directory, book.sealOf(last));
    bytes = read.goodBytes;
  }
  checkAnchor(book, options.anchored);
  const cut = torn === undefined ? undefined : await cutTail(torn);
  const at = book.tailFirst === firsts.at(-1) ? { first: book.tailFirst, bytes } : { first: book.tailFirst, bytes: 0 };
  const verified = new Set<number>();
  const linesOf = async (first: number): Promise<readonly AuditLine[]> =>
    readAgain({ directory, files, first }, book.rootOfFile(first), verified);
  return new FileStream({
    ...{ name: stream, book, writer: new SegmentWriter(directory, files, at), last, cut, linesOf },
    // Derived: whether it could be written matters to nobody but the next start.
    seal: (digest) => writeSeal(files, directory, book.sealOf(digest)).catch(() => undefined),
  });
};

/** The numbers in the files' names: one a file, none missing. */
const listFirsts = async (directory: string, files: AuditFiles, width: number): Promise<readonly number[]> => {
  const names = (await files.list(directory)).filter((name) => SEGMENT_NAME.test(name)).toSorted();
  const firsts = names.map((name) => Number(SEGMENT_NAME.exec(name)?.[1]));
  for (const [place, first] of firsts.entries()) {
    if (first !== place * width) throw damaged(place * width, 0, 'file-missing');
  }
  return firsts;
};

interface TornFile {
  readonly directory: string;
  readonly files: AuditFiles;
  readonly first: number;
  readonly read: ReadSegment;
}

const damagedAt = ({ first, read }: TornFile): AuditError =>
  damaged(first, read.lines.length, read.trouble?.what ?? 'line-malformed');

const checkAnchor = (book: SegmentBook, anchored: AuditRoot | undefined): void => {
  if (anchored === undefined) return;
  const { size, root } = anchored;
  if (size > book.size) throw new AuditError('audit-damaged', { what: 'shorter-than-anchored', seq: book.size, size });
  if (!equalBytes(book.root(size).root, root)) throw new AuditError('audit-damaged', { what: 'not-as-anchored', size });
};

const cutTail = async (torn: TornFile): Promise<CutNote> => {
  const { directory, files, first, read } = torn;
  const name = segmentName(first);
  const content = (await files.readFile(join(directory, name))) ?? new Uint8Array();
  const tail = content.subarray(read.goodBytes);
  if (tail.length > MAX_BATCH_BYTES) throw damagedAt(torn);
  const seq = first + read.lines.length;
  const keptAs = `${name}.torn-${seq}`;
  await write(files, join(directory, keptAs), tail);
  await files.syncDirectory(directory);
  const file = await files.open(join(directory, name), 'write');
  await file.truncate(read.goodBytes);
  await file.datasync();
  await file.close();
  return { code: 'audit-torn-tail', file: name, bytes: tail.length, keptAs };
};

const write = async (files: AuditFiles, path: string, bytes: Uint8Array): Promise<void> => {
  const file = await files.open(path, 'write');
  await file.truncate(0);
  await file.write(bytes, 0);
  await file.datasync();
  await file.close();
};

/** What is no longer what was sealed is not shown; looked at once a start, for it is most of what a read costs. */
const readAgain = async (
  { directory, files, first }: Pick<TornFile, 'directory' | 'files' | 'first'>,
  root: Uint8Array,
  verified: Set<number>,
): Promise<readonly AuditLine[]> => {
  const texts = textsOf((await files.readFile(join(directory, segmentName(first)))) ?? new Uint8Array());
  if (verified.has(first)) return texts.map((text) => JSON.parse(text) as AuditLine);
  const tree = memoryTree(nativeSha256);
  for (const text of texts) tree.append(leafHash(utf8Encode(text), nativeSha256));
  if (!equalBytes(tree.at().root, root)) throw damaged(first, 0, 'file-changed');
  verified.add(first);
  return texts.map((text) => JSON.parse(text) as AuditLine);
};

const textsOf = (bytes: Uint8Array): string[] => Buffer.from(bytes).toString('utf8').split('\n').slice(0, -1);

const damaged = (first: number, place: number, what: string): AuditError =>
  new AuditError('audit-damaged', { file: segmentName(first), seq: first + place, what });
