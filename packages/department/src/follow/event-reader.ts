import type { BlockEntry, JsonObject, LedgerEvent, TransactionEntry } from '@minglu/protocol';
import { isRefused, parseEntry, parseTransaction } from '@minglu/protocol';
import type { BarBook } from '../bars/bar-book.ts';
import { DepartmentError } from '../department-error.ts';
import type { CaseBook } from './case-book.ts';
import type { CaseEvent, CaseNote, CauseOfEvent } from './case-event.ts';
import type { MandateBook } from './mandate-book.ts';

export interface EventReaderOptions {
  readonly organisation: string;
  readonly book: CaseBook;
  readonly mandates: Pick<MandateBook, 'note'>;
  /** Steps of earlier blocks are kept apart: they were served by other means. */
  readonly sinceMs: number;
  readonly bars?: BarBook;
}

interface Waiting {
  readonly index: number;
  readonly entry: TransactionEntry;
}

/** Picks, out of entries in order, the steps of one organisation's cases; a block's time stands behind its transactions. */
export class EventReader {
  readonly #options: EventReaderOptions;
  readonly #events: CaseEvent[] = [];
  readonly #past: CaseEvent[] = [];
  #block: Waiting[] = [];

  constructor(options: EventReaderOptions) {
    this.#options = options;
  }

  get events(): readonly CaseEvent[] {
    return this.#events;
  }

  /** Those of before `sinceMs`. */
  get past(): readonly CaseEvent[] {
    return this.#past;
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
    const holder = principalIn(entry.outcome.events) ?? kid;
    for (const [name, facts] of entry.outcome.events) {
      if (facts.organ !== this.#options.organisation) continue;
      const { book } = this.#options;
      if (name === 'case.submitted') book.noteCase(noteOf(cause, facts, { entry: index, time, holder }));
      if (name === 'annulment.asked' && facts.by !== 'organ')
        this.#noteAnnulment(cause, facts, { entry: index, time, holder });
    }
    this.#takeEvents(entry.outcome.events, { entry: index, time, height, cause });
  }

  #takeEvents(
    together: readonly LedgerEvent[],
    at: { entry: number; time: number; height: number; cause?: CauseOfEvent },
  ): void {
    for (const [place, [name, facts]] of together.entries()) {
      this.#options.bars?.note(name, facts);
      this.#options.mandates.note(name, facts);
      const note = this.#caseOf(facts);
      // A licence that moved is the new office's from that step on.
      const isOurs = facts.organ === undefined || facts.organ === this.#options.organisation;
      if (note === undefined || !isOurs) continue;
      const licence = licenceIn(facts);
      if (licence !== undefined && this.#answersNow(name, facts, licence))
        this.#options.book.noteLicence(licence, note.id);
      const heard = at.time < this.#options.sinceMs ? this.#past : this.#events;
      const key = `${at.entry}-${place}`;
      const concerning = licence === undefined ? {} : { licence };
      heard.push({ key, ...at, place, name, facts, case: note, ...concerning, together });
    }
  }

  /** Whoever asks that a registration be annulled has a case of his own here, under the key he asked with. */
  #noteAnnulment(cause: CauseOfEvent, facts: JsonObject, at: Filed): void {
    const about = this.#options.book.findByLicence(String(facts.licence));
    if (about === undefined) return;
    const { service, version, body } = about;
    const asked = { ...facts, service, version, kind: 'annulment', tradeName: body.tradeName ?? '' };
    this.#options.book.noteCase(noteOf(cause, asked, at));
  }

  /** Whether the event's case is the one that answers for the licence from here on. */
  #answersNow(name: string, facts: JsonObject, licence: string): boolean {
    if (name === 'licence.issued') return true;
    if (name !== 'licence.changed' || typeof facts.case !== 'string') return false;
    const changesHands = Array.isArray(facts.items) && facts.items.includes('operator');
    return changesHands || this.#options.book.findByLicence(licence) === undefined;
  }

  /** Nothing for what is another organisation's: it is in no note of ours. */
  #caseOf(facts: JsonObject): CaseNote | undefined {
    const { book } = this.#options;
    if (typeof facts.case === 'string') return book.find(facts.case);
    const asked = typeof facts.annulment === 'string' ? book.find(facts.annulment) : undefined;
    const licence = licenceIn(facts);
    return asked ?? (licence === undefined ? undefined : book.findByLicence(licence));
  }
}

function licenceIn({ number, licence }: JsonObject): string | undefined {
  if (typeof number === 'string') return number;
  return typeof licence === 'string' ? licence : undefined;
}

interface Filed {
  readonly entry: number;
  readonly time: number;
  /** Thumbprint of the key that it belongs to. */
  readonly holder: string;
}

/** In whose place the deed was done: what an agent files is the holder's. */
function principalIn(events: readonly LedgerEvent[]): string | undefined {
  const used = events.find(([name]) => name === 'mandate.used')?.[1].principal;
  return typeof used === 'string' ? used : undefined;
}

function noteOf(cause: CauseOfEvent, facts: JsonObject, at: Filed): CaseNote {
  const { id, body, sidecar } = cause;
  const committed = sidecar === undefined ? {} : { sidecar };
  const { service, version, kind, licence, tradeName } = facts as { service: string; version: number } & JsonObject;
  const of = { id, holder: at.holder, service, version, entry: at.entry, submittedAt: at.time };
  if (typeof kind !== 'string' || typeof licence !== 'string') return { ...of, body, ...committed };
  const named = { ...body, tradeName: tradeName ?? '' };
  return { ...of, body: named, matter: { kind, licence }, ...committed };
}

function readEntry(bytes: Uint8Array, index: number) {
  try {
    return parseEntry(bytes);
  } catch {
    throw new DepartmentError('log-malformed', { entry: index });
  }
}
