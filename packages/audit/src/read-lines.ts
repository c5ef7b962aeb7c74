import type { AuditLine } from './audit-line.ts';
import type { AuditPage, AuditQuery } from './audit-stream.ts';
import type { SegmentBook, SegmentFacts } from './segment-book.ts';
import { fits } from './term-filter.ts';

/** Files read for one page: a question that hardly fits anything gives a short page and goes on with the next call. */
const MOST_FILES = 32;
const MOST_LINES = 1_000;

/** Answers a query from memory where it can, else from the files that may hold what was asked. */
export const readLines = async (
  book: SegmentBook,
  linesOf: (first: number) => Promise<readonly AuditLine[]>,
  query: AuditQuery,
): Promise<AuditPage> => {
  const isBackward = query.before !== undefined;
  const limit = Math.max(1, Math.min(query.limit, MOST_LINES));
  const files = isBackward ? book.segments.toReversed() : book.segments;
  const found: AuditLine[] = [];
  let readFiles = 0;
  for (const facts of files) {
    if (!mayConcern(facts, book, query)) continue;
    const isTail = facts.first === book.tailFirst;
    if (!isTail && readFiles === MOST_FILES) return { lines: found, next: goOnAt(facts, book, isBackward) };
    readFiles += isTail ? 0 : 1;
    const lines = isTail ? book.tailLines.slice() : await linesOf(facts.first);
    for (const line of isBackward ? lines.toReversed() : lines) {
      if (!isInRange(line, query) || !fits(line, query)) continue;
      if (found.length === limit) return { lines: found, next: found[limit - 1]?.seq ?? 0 };
      found.push(line);
    }
  }
  return { lines: found };
};

const isInRange = ({ seq }: AuditLine, { after = -1, before }: AuditQuery): boolean =>
  before === undefined ? seq > after : seq < before;

const mayConcern = (facts: SegmentFacts, book: SegmentBook, query: AuditQuery): boolean => {
  const { after = -1, before, from = 0, until = Number.POSITIVE_INFINITY } = query;
  if (before === undefined ? endOf(facts, book) <= after : facts.first >= before) return false;
  return facts.untilMs >= from && facts.fromMs < until && facts.filter.mayHold(query);
};

/** The number of its last line. */
const endOf = ({ first }: SegmentFacts, book: SegmentBook): number =>
  first === book.tailFirst ? book.size - 1 : first + book.width - 1;

/** So that the next call begins with this file. */
const goOnAt = (facts: SegmentFacts, book: SegmentBook, isBackward: boolean): number =>
  isBackward ? endOf(facts, book) + 1 : facts.first - 1;
