import { readFile } from 'node:fs/promises';
import { type FollowedLines, followLines, type LineCursor, type LineSource } from './follow-lines.ts';
import { formatSyslog } from './format-syslog.ts';
import { type CollectorAddress, type CollectorTrouble, sendBatch } from './send-batch.ts';
import { writeCursors } from './write-cursors.ts';

/** Between looks at the files. */
const TICK_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
/** Lines that wait this long are an alarm. */
const LATE_MS = 60_000;

export type ShipperEvent =
  /** Lines have waited for a minute. */
  | { readonly event: 'collector-late'; readonly trouble: CollectorTrouble | 'disk' }
  | { readonly event: 'collector-caught-up' }
  /** What was sent is not in the file any more; the file is sent again from its beginning. */
  | { readonly event: 'collector-lines-changed'; readonly source: string };

export interface LineShipperOptions {
  readonly collector: CollectorAddress;
  /** Our own host’s name in each message. */
  readonly host: string;
  readonly sources: readonly LineSource[];
  /** How far the collector has them; outlives a restart. */
  readonly cursorFile: string;
  readonly report: (event: ShipperEvent) => void;
  readonly tickMs?: number;
  readonly lateMs?: number;
}

type Cursors = Readonly<Record<string, LineCursor>>;

/**
 * Sends lines to another system as they are written (ASVS 16.4.3). There is no queue that could be full or lost: the files
 * are the queue, and a cursor moves when the collector took a batch whole. Each line arrives at least once; one that comes
 * twice has the same number.
 */
export class LineShipper {
  readonly #options: LineShipperOptions;
  #cursors: Cursors = {};
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();
  #isStopped = false;
  #pauseMs = 0;
  /** By the machine's running clock. */
  #waitingSince: number | undefined;
  #saidLate = false;
  #trouble: CollectorTrouble | 'disk' | undefined;

  private constructor(options: LineShipperOptions) {
    this.#options = options;
  }

  /** Begins where the last one ended. */
  static async start(options: LineShipperOptions): Promise<LineShipper> {
    const shipper = new LineShipper(options);
    shipper.#cursors = await readCursors(options.cursorFile);
    shipper.#plan(0);
    return shipper;
  }

  /** Why the last try came to nothing. */
  get trouble(): CollectorTrouble | 'disk' | undefined {
    return this.#trouble;
  }

  /** One more try, so that what was written last is not here alone until the next start; then no more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#work;
    await this.#round();
  }

  #plan(afterMs: number): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#work = this.#round().then(() => this.#plan(this.#pauseMs));
    }, afterMs);
    this.#timer.unref();
  }

  async #round(): Promise<void> {
    const { tickMs = TICK_MS } = this.#options;
    this.#trouble = await this.#shipAll().catch(() => 'disk' as const);
    const isWell = this.#trouble === undefined;
    this.#pauseMs = isWell ? tickMs : Math.min(LONGEST_PAUSE_MS, Math.max(tickMs, this.#pauseMs * 2));
    this.#tell();
  }

  #tell(): void {
    const { report, lateMs = LATE_MS } = this.#options;
    if (this.#trouble === undefined) {
      this.#waitingSince = undefined;
      if (this.#saidLate) report({ event: 'collector-caught-up' });
      this.#saidLate = false;
      return;
    }
    this.#waitingSince ??= performance.now();
    if (this.#saidLate || performance.now() - this.#waitingSince < lateMs) return;
    this.#saidLate = true;
    report({ event: 'collector-late', trouble: this.#trouble });
  }

  /** Until nothing is left, or the collector does not take it. */
  async #shipAll(): Promise<CollectorTrouble | undefined> {
    for (const source of this.#options.sources) {
      for (;;) {
        const followed = await followLines(source, this.#cursors[source.name]);
        if (followed.lines.length === 0) break;
        if (followed.isChanged) this.#options.report({ event: 'collector-lines-changed', source: source.name });
        const trouble = await this.#ship(source, followed);
        if (trouble !== undefined) return trouble;
      }
    }
    return undefined;
  }

  async #ship({ name }: LineSource, { lines, cursor }: FollowedLines): Promise<CollectorTrouble | undefined> {
    const { collector, host, cursorFile } = this.#options;
    const frames = lines.map((text) => formatSyslog({ host, source: name, text }));
    const trouble = await sendBatch(collector, Buffer.concat(frames));
    if (trouble !== undefined || cursor === undefined) return trouble;
    this.#cursors = { ...this.#cursors, [name]: cursor };
    await writeCursors(cursorFile, this.#cursors);
    return undefined;
  }
}

/** A file that cannot be read is none: everything is sent again, which a collector can tell by the numbers. */
async function readCursors(path: string): Promise<Cursors> {
  try {
    const { sources } = JSON.parse(await readFile(path, 'utf8')) as { readonly sources: Record<string, unknown> };
    return Object.fromEntries(
      Object.entries(sources).filter((entry): entry is [string, LineCursor] => isCursor(entry[1])),
    );
  } catch {
    return {};
  }
}

function isCursor(value: unknown): boolean {
  const { file, bytes, lineBytes, digest } = value as Partial<LineCursor>;
  const isNumber = (one: unknown) => Number.isSafeInteger(one) && Number(one) >= 0;
  return typeof file === 'string' && isNumber(bytes) && isNumber(lineBytes) && typeof digest === 'string';
}
