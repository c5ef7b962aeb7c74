import type { BlockEntry, JsonObject, LedgerEvent, TransactionEntry } from '@minglu/protocol';
import { isRefused, parseEntry, parseTransaction } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import type { CaseBook } from './case-book.ts';
import type { CaseEvent, CaseNote, CauseOfEvent } from './case-event.ts';

export interface EventReaderOptions {
  readonly organisation: string;
  readonly book: CaseBook;
  /** Steps of earlier blocks are noted and not handed on: they were served by other means. */
  readonly sinceMs: number;
}

interface Waiting {
  readonly index: number;
  readonly entry: TransactionEntry;
}

/** Picks, out of entries in order, the steps of one organisation's cases; a block's time stands behind its transactions. */
export class EventReader {
  readonly #options: EventReaderOptions;
  readonly #events: CaseEvent[] = [];
  #block: Waiting[] = [];

  constructor(options: EventReaderOptions) {
    this.#options = options;
  }

  get events(): readonly CaseEvent[] {
    return this.#events;
  }

  take(bytes: Uint8Array, index: number): void {
    const entry = readEntry(bytes, index);
    if (entry.type === 'transaction') {
      this.#block.push({ index, entry });
      return;
    }
    for (const waiting of this.#block) this.#takeTransaction(waiting, entry);
    this.#block = [];
    this.#takeEvents(entry.events, { entry: index, time: entry.time, height: entry.height });
  }

  #takeTransaction({ index, entry }: Waiting, { time, height }: BlockEntry): void {
    if (isRefused(entry.outcome) || entry.outcome.events.length === 0) return;
    const { id, deed, kid, body, sidecarCommitment } = parseTransaction(entry.jws);
    const sidecar = sidecarCommitment === undefined ? {} : { sidecar: sidecarCommitment };
    const cause: CauseOfEvent = { id, deed, kid, body, ...sidecar };
    for (const [name, facts] of entry.outcome.events) {
      if (name === 'case.submitted' && facts.organ === this.#options.organisation)
        this.#options.book.noteCase(noteOf(cause, facts, { entry: index, time }));
    }
    this.#takeEvents(entry.outcome.events, { entry: index, time, height, cause });
  }

  #takeEvents(
    together: readonly LedgerEvent[],
    at: { entry: number; time: number; height: number; cause?: CauseOfEvent },
  ): void {
    for (const [place, [name, facts]] of together.entries()) {
      if (this.#isAnothers(facts)) continue;
      const note = this.#caseOf(facts);
      if (note === undefined) continue;
      const licence = licenceIn(facts);
      if (licence !== undefined && isTakenOver(name, facts)) this.#options.book.noteLicence(licence, note.id);
      if (at.time < this.#options.sinceMs) continue;
      const key = `${at.entry}-${place}`;
      const concerning = licence === undefined ? {} : { licence };
      this.#events.push({ key, ...at, place, name, facts, case: note, ...concerning, together });
    }
  }

  /** A licence that moved to another office (条例 27) stands in our notes and is that office's business from then on. */
  #isAnothers({ organ }: JsonObject): boolean {
    return typeof organ === 'string' && organ !== this.#options.organisation;
  }

  /** Nothing for what is another organisation's: it is in no note of ours. */
  #caseOf(facts: JsonObject): CaseNote | undefined {
    if (typeof facts.case === 'string') return this.#options.book.find(facts.case);
    const licence = licenceIn(facts);
    return licence === undefined ? undefined : this.#options.book.findByLicence(licence);
  }
}

/** Issued here; or changed on a case by which another operator took it over, or which brought it to this office. */
function isTakenOver(name: string, { case: caseId, items, from }: JsonObject): boolean {
  if (name === 'licence.issued') return true;
  const isNewHolder = Array.isArray(items) && items.includes('operator');
  return name === 'licence.changed' && typeof caseId === 'string' && (isNewHolder || typeof from === 'string');
}

function licenceIn({ number, licence }: JsonObject): string | undefined {
  if (typeof number === 'string') return number;
  return typeof licence === 'string' ? licence : undefined;
}

function noteOf(cause: CauseOfEvent, facts: JsonObject, at: { entry: number; time: number }): CaseNote {
  const { id, kid, body, sidecar } = cause;
  const committed = sidecar === undefined ? {} : { sidecar };
  const { service, version } = facts as { service: string; version: number };
  return { id, holder: kid, service, version, entry: at.entry, submittedAt: at.time, body, ...committed };
}

function readEntry(bytes: Uint8Array, index: number) {
  try {
    return parseEntry(bytes);
  } catch {
    throw new DepartmentError('log-malformed', { entry: index });
  }
}
