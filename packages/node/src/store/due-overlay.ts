import { compareDueRows, type DueRow } from '@minglu/ledger';

/** Due rows that are newer than the table on disk: what was added and what was taken out since it was written. */
export class DueOverlay {
  #fresh = new Map<string, DueChange>();
  #frozen = new Map<string, DueChange>();
  /** Added rows as a binary heap; those taken out again stay until they surface. */
  #heap: DueRow[] = [];

  add(row: DueRow): void {
    this.#fresh.set(nameOf(row), { row, isPresent: true });
    this.#push(row);
  }

  remove(row: DueRow): void {
    this.#fresh.set(nameOf(row), { row, isPresent: false });
  }

  /** Whether the row is there; undefined when only the table on disk knows. */
  findPresence(row: DueRow): boolean | undefined {
    const name = nameOf(row);
    return (this.#fresh.get(name) ?? this.#frozen.get(name))?.isPresent;
  }

  /** Added rows up to an instant, in order, each once. */
  rowsUntil(untilMs: number): DueRow[] {
    const found = new Map<string, DueRow>();
    this.#collect(0, untilMs, found);
    return [...found.values()].sort(compareDueRows);
  }

  findFirst(): DueRow | undefined {
    let [first] = this.#heap;
    while (first !== undefined && this.findPresence(first) !== true) {
      this.#pop();
      [first] = this.#heap;
    }
    return first;
  }

  /** What is to be written now; later changes are kept apart from it. */
  freeze(): Iterable<DueChange> {
    this.#frozen = this.#fresh;
    this.#fresh = new Map();
    return this.#frozen.values();
  }

  /** The frozen part is on disk. */
  settle(): void {
    this.#frozen = new Map();
    this.#heap = [];
    for (const { row, isPresent } of this.#fresh.values()) if (isPresent) this.#push(row);
  }

  #collect(at: number, untilMs: number, found: Map<string, DueRow>): void {
    const row = this.#heap[at];
    if (row === undefined || row.instantMs > untilMs) return;
    if (this.findPresence(row) === true) found.set(nameOf(row), row);
    this.#collect(at * 2 + 1, untilMs, found);
    this.#collect(at * 2 + 2, untilMs, found);
  }

  #push(row: DueRow): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(row);
    while (at > 0) {
      const above = (at - 1) >>> 1;
      if (compareDueRows(heap[above] as DueRow, row) <= 0) break;
      heap[at] = heap[above] as DueRow;
      at = above;
    }
    heap[at] = row;
  }

  #pop(): void {
    const heap = this.#heap;
    const row = heap.pop();
    if (row === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      const [left, right] = [heap[below], heap[below + 1]];
      if (left === undefined) break;
      if (right !== undefined && compareDueRows(right, left) < 0) below += 1;
      const least = heap[below] as DueRow;
      if (compareDueRows(row, least) <= 0) break;
      heap[at] = least;
      at = below;
    }
    heap[at] = row;
  }
}

export interface DueChange {
  readonly row: DueRow;
  readonly isPresent: boolean;
}

function nameOf({ instantMs, kind, subject }: DueRow): string {
  return `${instantMs} ${kind} ${subject}`;
}
