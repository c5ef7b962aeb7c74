import { join } from 'node:path';
import { equalBytes, leafHash, memoryTree, utf8Encode } from '@minglu/protocol';
import type { AuditFiles } from '../audit-files.ts';
import type { AuditLine } from '../audit-line.ts';
import { diskFiles } from '../disk-files.ts';
import { beginningOf, nativeSha256 } from '../hash.ts';
import { type ReadSegment, readSegment, SEGMENT_LINES, SEGMENT_NAME, segmentName } from '../segment-file.ts';
import { findPauses } from './find-pauses.ts';
import type { StreamAnchor, StreamFinding, StreamFindingCode } from './stream-finding.ts';

export interface CheckStreamOptions {
  readonly directory: string;
  readonly stream: string;
  /** Everything the ledger ever said of it, in its order. */
  readonly anchors: readonly StreamAnchor[];
  /** Time of the ledger's last block: lines up to it without an anchor are judged by it. */
  readonly until: number;
  readonly onLine?: (line: AuditLine) => void;
  readonly files?: AuditFiles;
  readonly segmentLines?: number;
}

export interface StreamReport {
  readonly stream: string;
  readonly lines: number;
  readonly anchors: number;
  readonly findings: readonly StreamFinding[];
  /** What a power cut left and the next start will cut off. */
  readonly tornBytes: number;
}

/** Reads a stream that nobody writes to, from its first line on, and holds it against all that the ledger ever said of it. */
export const checkStream = async (options: CheckStreamOptions): Promise<StreamReport> => {
  const { stream, anchors, until } = options;
  const read = await readAll(options);
  const findings = [...read.findings];
  if (findings.length === 0) findings.push(...againstAnchors(options, read));
  findings.push(...findPauses(stream, read.times, anchors, until));
  return { stream, lines: read.times.length, anchors: anchors.length, findings, tornBytes: read.tornBytes };
};

interface Reading {
  readonly times: readonly number[];
  readonly tree: ReturnType<typeof memoryTree>;
  readonly findings: readonly StreamFinding[];
  readonly tornBytes: number;
}

const readAll = async (options: CheckStreamOptions): Promise<Reading> => {
  const { directory, stream, onLine, files = diskFiles, segmentLines = SEGMENT_LINES } = options;
  const tree = memoryTree(nativeSha256);
  const times: number[] = [];
  let previous = beginningOf(stream);
  const names = (await files.list(directory)).filter((name) => SEGMENT_NAME.test(name)).toSorted();
  const stop = (code: StreamFindingCode, file: string): Reading => ({
    ...{ times, tree, tornBytes: 0 },
    findings: [{ code, stream, file, seq: times.length }],
  });
  for (const [place, name] of names.entries()) {
    const first = place * segmentLines;
    if (name !== segmentName(first)) return stop('file-missing', segmentName(first));
    const bytes = (await files.readFile(join(directory, name))) ?? new Uint8Array();
    const read = readSegment(bytes, { first, previous, stream });
    for (const [at, line] of read.lines.entries()) {
      tree.append(leafHash(utf8Encode(read.texts[at] ?? ''), nativeSha256));
      times.push(line.at);
      onLine?.(line);
    }
    previous = read.last;
    const isLast = place === names.length - 1;
    if (read.trouble !== undefined) {
      const rest = Buffer.from(bytes).subarray(read.goodBytes);
      if (isLast && read.trouble.what === 'line-unfinished')
        return { times, tree, findings: [], tornBytes: rest.length };
      return stop(codeOf(read.trouble, rest.toString('utf8')), name);
    }
    if (read.lines.length > segmentLines) return stop('file-too-long', name);
    if (!isLast && read.lines.length < segmentLines) return stop('file-too-short', name);
  }
  return { times, tree, findings: [], tornBytes: 0 };
};

/** A line that is not where it belongs and stands further on was moved; one that does not was taken out. */
const codeOf = ({ seq, what }: NonNullable<ReadSegment['trouble']>, rest: string): StreamFindingCode => {
  if (what === 'line-out-of-sequence') return rest.includes(`\n{"seq":${seq},`) ? 'lines-reordered' : 'line-missing';
  return what === 'line-not-chained' ? what : 'line-malformed';
};

const againstAnchors = (
  { stream, anchors }: CheckStreamOptions,
  { times, tree }: Pick<Reading, 'times' | 'tree'>,
): StreamFinding[] => {
  for (const { size, root } of anchors) {
    if (size > times.length) {
      const code = times.length === 0 ? 'stream-missing' : 'shorter-than-anchored';
      return [{ code, stream, seq: times.length, facts: { anchored: size } }];
    }
    if (!equalBytes(tree.at(size).root, root)) return [{ code: 'not-as-anchored', stream, facts: { anchored: size } }];
  }
  return [];
};
