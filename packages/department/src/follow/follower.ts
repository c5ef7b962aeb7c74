import { join } from 'node:path';
import type { CheckedCheckpoint, Vkey } from '@minglu/protocol';
import { checkCheckpoint, equalBytes, leafHash, ProtocolError, parseVkey } from '@minglu/protocol';
import { webCryptoCheck } from '@minglu/sdk';
import type { BarBook } from '../bars/bar-book.ts';
import { DepartmentError } from '../department-error.ts';
import { writeDurably } from '../storage/write-durably.ts';
import { CaseBook } from './case-book.ts';
import type { CaseEvent, CaseListener } from './case-event.ts';
import { EventReader } from './event-reader.ts';
import { type FollowState, readFollowState, TreeEdge, writeFollowState } from './follow-state.ts';
import type { LogReader } from './log-reader.ts';
import { MandateBook } from './mandate-book.ts';

export interface FollowerOptions {
  /** Of the follower alone, in the department's folder. */
  readonly directory: string;
  readonly organisation: string;
  /** The chain's name, which is its log's origin. */
  readonly chain: string;
  /** vkeys of the log; several while it rolls its key. */
  readonly logKeys: readonly string[];
  /** Steps of blocks before it are noted and not acted on; listeners hear of them as past. */
  readonly sinceMs: number;
  readonly log: LogReader;
  /** Told of every step about bars on registering, whoever's it is. */
  readonly bars?: BarBook;
  readonly listeners: readonly CaseListener[];
}

interface Books {
  readonly cases: CaseBook;
  readonly mandates: MandateBook;
}

/**
 * Reads the public log for one department and tells its listeners of each step of its cases. Nothing is acted on that
 * the log's signed checkpoint does not prove, and every checkpoint must continue the one before: an operator who shows
 * this department another history than before is refused, and both notes are kept as evidence.
 */
export class Follower {
  readonly #options: FollowerOptions;
  readonly #logKeys: readonly Vkey[];
  readonly #book: CaseBook;
  readonly #mandates: MandateBook;
  #state: FollowState;

  private constructor(options: FollowerOptions, books: Books, state: FollowState) {
    this.#options = options;
    this.#logKeys = options.logKeys.map(parseVkey);
    this.#book = books.cases;
    this.#mandates = books.mandates;
    this.#state = state;
  }

  static async open(options: FollowerOptions): Promise<Follower> {
    const cases = await CaseBook.open(join(options.directory, 'cases.jsonl'));
    const mandates = await MandateBook.open(join(options.directory, 'mandates.jsonl'));
    const state = await readFollowState(join(options.directory, 'position.json'), options.chain);
    return new Follower(options, { cases, mandates }, state);
  }

  /** Entries read, proven and acted on. */
  get size(): number {
    return this.#state.size;
  }

  get cases(): Pick<CaseBook, 'find' | 'findByLicence' | 'heldBy'> {
    return this.#book;
  }

  get mandates(): Pick<MandateBook, 'allows'> {
    return this.#mandates;
  }

  /**
   * One look at the log. The position moves on only when every listener has done its work for every new step; whatever
   * is thrown leaves it where it was. Throws `log-*` and what listeners throw.
   */
  async poll(): Promise<void> {
    const note = await this.#options.log.checkpoint();
    if (note === this.#state.checkpoint) return;
    const { checkpoint } = await this.#check(note);
    const { size, root } = checkpoint;
    const edge = new TreeEdge(this.#state);
    if (size < edge.size) return await this.#keepEvidence(note);
    const { past, events } = await this.#readProven(edge, { size, root, note });
    await this.#book.save();
    await this.#mandates.save();
    await this.#options.bars?.save();
    if (past.length > 0) for (const listener of this.#options.listeners) await listener.onPastEvents?.(past);
    for (const event of events) await this.#tell(event);
    const state = { size, peaks: edge.peaks(), checkpoint: note };
    // Witnesses sign the same tree again and again: that is no news worth a write.
    if (size > this.#state.size)
      await writeFollowState(join(this.#options.directory, 'position.json'), this.#options.chain, state);
    this.#state = state;
  }

  async #readProven(
    edge: TreeEdge,
    { size, root, note }: { readonly size: number; readonly root: Uint8Array; readonly note: string },
  ): Promise<Pick<EventReader, 'past' | 'events'>> {
    try {
      const heard = await this.#read(edge, size);
      if (!equalBytes(edge.root(), root)) await this.#keepEvidence(note);
      return heard;
    } catch (error) {
      this.#book.forget();
      this.#mandates.forget();
      this.#options.bars?.forget();
      throw error;
    }
  }

  async #read(edge: TreeEdge, size: number): Promise<EventReader> {
    const { organisation, sinceMs, log, bars } = this.#options;
    const known = bars === undefined ? {} : { bars };
    const reader = new EventReader({ organisation, book: this.#book, mandates: this.#mandates, sinceMs, ...known });
    for await (const bytes of log.entries(edge.size, size)) {
      const index = edge.size;
      edge.append(leafHash(bytes));
      reader.take(bytes, index);
    }
    return reader;
  }

  async #tell(event: CaseEvent): Promise<void> {
    for (const listener of this.#options.listeners) await listener.onCaseEvent(event);
  }

  async #check(note: string): Promise<CheckedCheckpoint> {
    try {
      const keys = { origin: this.#options.chain, logKeys: this.#logKeys, witnesses: [] };
      const seen = await checkCheckpoint(note, keys, webCryptoCheck);
      if (seen.logLine) return seen;
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      throw new DepartmentError('log-not-signed', { reason: error.code });
    }
    throw new DepartmentError('log-not-signed');
  }

  async #keepEvidence(newer: string): Promise<never> {
    const pair = JSON.stringify({ v: 0, older: this.#state.checkpoint, newer });
    await writeDurably(join(this.#options.directory, `contradiction-at-${this.#state.size}.json`), pair);
    throw new DepartmentError('log-contradicts-itself', { size: this.#state.size });
  }
}
