import {
  type HashFunction,
  leafHash,
  type MemoryTree,
  memoryTree,
  ProtocolError,
  type TreeView,
  treeAt,
  utf8Encode,
} from '@minglu/protocol';
import type { AuditLine } from './audit-line.ts';
import type { AuditRoot } from './audit-stream.ts';
import { nativeSha256 } from './hash.ts';
import type { Seal } from './seal-file.ts';
import { TermFilter } from './term-filter.ts';

/** What is kept in memory of a file: enough to know whether it must be read. */
export interface SegmentFacts {
  readonly first: number;
  readonly filter: TermFilter;
  fromMs: number;
  untilMs: number;
}

interface Tail extends SegmentFacts {
  readonly lines: AuditLine[];
  readonly tree: MemoryTree;
}

const hash: HashFunction = nativeSha256;

/**
 * The lines as they are known in memory: the newest file whole (2 MB at most), of each earlier one 16 KB of what it may
 * speak of and the hash over it. Ten million lines cost 40 MB.
 */
export class SegmentBook {
  readonly #width: number;
  readonly #level: number;
  readonly #sealed: SegmentFacts[] = [];
  /** Its leaves are the whole files. */
  readonly #top = memoryTree(hash);
  readonly #readTexts: (first: number) => readonly string[];
  #tail: Tail;
  #lastAt: number | undefined;
  #kept: { readonly first: number; readonly tree: MemoryTree } | undefined;

  /** @param readTexts the lines of an earlier file, for the root of an older size */
  constructor(width: number, readTexts: (first: number) => readonly string[]) {
    this.#width = width;
    this.#level = Math.log2(width);
    this.#readTexts = readTexts;
    this.#tail = emptyTail(0);
  }

  /** Lines of a whole file. */
  get width(): number {
    return this.#width;
  }

  get size(): number {
    return this.#tail.first + this.#tail.lines.length;
  }

  /** First line of the newest file. */
  get tailFirst(): number {
    return this.#tail.first;
  }

  get tailLines(): readonly AuditLine[] {
    return this.#tail.lines;
  }

  /** Milliseconds of the newest line. */
  get lastAt(): number | undefined {
    return this.#lastAt;
  }

  /** All files, oldest first. */
  get segments(): readonly SegmentFacts[] {
    return [...this.#sealed, this.#tail];
  }

  add(line: AuditLine, text: string): void {
    const tail = this.#tail;
    this.#lastAt = line.at;
    tail.lines.push(line);
    tail.filter.add(line);
    tail.fromMs = Math.min(tail.fromMs, line.at);
    tail.untilMs = Math.max(tail.untilMs, line.at);
    tail.tree.append(leafOf(text));
    if (tail.lines.length < this.#width) return;
    this.#top.append(tail.tree.at().root);
    this.#sealed.push({ first: tail.first, filter: tail.filter, fromMs: tail.fromMs, untilMs: tail.untilMs });
    this.#tail = emptyTail(tail.first + this.#width);
  }

  /** A full file as its seal says, without its lines. Only while no line stands behind it. */
  addSealed({ first, root, fromMs, untilMs, filter }: Seal): void {
    this.#top.append(root);
    this.#sealed.push({ first, filter, fromMs, untilMs });
    this.#lastAt = untilMs;
    this.#tail = emptyTail(first + this.#width);
  }

  /** What there is to say of the file that was filled last. */
  sealOf(last: string): Seal {
    const facts = this.#sealed.at(-1) as SegmentFacts;
    return { ...facts, last, root: this.#top.reader(0, this.#sealed.length - 1) };
  }

  /** The root over a full file's lines. */
  rootOfFile(first: number): Uint8Array {
    return this.#top.reader(0, first / this.#width);
  }

  /** Throws `merkle-range` for a size that is not reached. */
  root(size: number): AuditRoot {
    return { size, root: this.tree(size).root };
  }

  /** Throws `merkle-range` for a size that is not reached. */
  tree(size: number): TreeView {
    if (size > this.size) throw new ProtocolError('merkle-range', { size });
    return treeAt(size, (level, index) => this.#subtree(level, index), hash);
  }

  #subtree(level: number, index: number): Uint8Array {
    if (level >= this.#level) return this.#top.reader(level - this.#level, index);
    const first = Math.floor((index * 2 ** level) / this.#width) * this.#width;
    return this.#treeOf(first).reader(level, index - first / 2 ** level);
  }

  #treeOf(first: number): MemoryTree {
    if (first === this.#tail.first) return this.#tail.tree;
    if (this.#kept?.first === first) return this.#kept.tree;
    const tree = memoryTree(hash);
    for (const text of this.#readTexts(first)) tree.append(leafOf(text));
    this.#kept = { first, tree };
    return tree;
  }
}

const leafOf = (text: string): Uint8Array => leafHash(utf8Encode(text), hash);

const emptyTail = (first: number): Tail => ({
  first,
  filter: new TermFilter(),
  fromMs: Number.POSITIVE_INFINITY,
  untilMs: 0,
  lines: [],
  tree: memoryTree(hash),
});
