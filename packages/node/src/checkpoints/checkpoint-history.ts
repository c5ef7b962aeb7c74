import { type Checkpoint, parseCheckpoint } from '@minglu/protocol';
import type { FileSystem, OpenFile } from '../store/file-system.ts';

/** Notes that were served, one strict JSON string a line. Append-only; a later line for the same size has more cosignatures. */
export const HISTORY_FILE = 'checkpoints.jsonl';

interface Line {
  readonly offset: number;
  readonly length: number;
}

/** Longest silence between two recorded checkpoints while blocks are being made. */
const PERIOD_MS = 1_000;

/** Checkpoints with their witnesses, kept so that anyone can ask what this log once said. */
export class CheckpointHistory {
  readonly #file: OpenFile;
  readonly #lines: Map<number, Line>;
  #end: number;
  #lastMs = Number.NEGATIVE_INFINITY;
  #writing: Promise<void> = Promise.resolve();

  private constructor(file: OpenFile, lines: Map<number, Line>, end: number) {
    this.#file = file;
    this.#lines = lines;
    this.#end = end;
  }

  /**
   * Last lines that a power cut tore or left as holes are dropped: the checkpoints they held are signed again at need.
   * A bad line before a good one is damage and stays, for fsck to name.
   */
  static async open(path: string, fileSystem: FileSystem): Promise<CheckpointHistory> {
    const bytes = Buffer.from((await fileSystem.readFile(path)) ?? new Uint8Array());
    const lines = new Map<number, Line>();
    let [offset, good] = [0, 0];
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, offset)) {
      const checkpoint = findCheckpoint(bytes.toString('utf8', offset, end));
      if (checkpoint !== undefined) lines.set(checkpoint.size, { offset, length: end - offset });
      offset = end + 1;
      if (checkpoint !== undefined) good = offset;
    }
    const file = await fileSystem.open(path, 'write');
    if (good < bytes.length) await file.truncate(good);
    return new CheckpointHistory(file, lines, good);
  }

  /** Records `note` unless one was recorded a moment ago; `isCosigned` ones are always recorded. */
  record(size: number, note: string, isCosigned: boolean): void {
    const nowMs = performance.now();
    if (!isCosigned && nowMs - this.#lastMs < PERIOD_MS) return;
    this.#lastMs = nowMs;
    const bytes = Buffer.from(`${JSON.stringify(note)}\n`);
    const offset = this.#end;
    this.#end += bytes.length;
    this.#writing = this.#writing.then(async () => {
      await this.#file.write(bytes, offset);
      this.#lines.set(size, { offset, length: bytes.length - 1 });
    });
    // Whoever calls `sync` learns of a failure; nothing that was receipted depends on it.
    this.#writing.catch(() => {});
  }

  async sync(): Promise<void> {
    await this.#writing;
    await this.#file.datasync();
  }

  /** Notes of sizes below `beforeSize`, largest first. */
  async list(beforeSize: number, limit: number): Promise<readonly string[]> {
    await this.#writing;
    const sizes = [...this.#lines.keys()].filter((size) => size < beforeSize).sort((a, b) => b - a);
    return Promise.all(sizes.slice(0, limit).map((size) => this.#read(this.#lines.get(size) as Line)));
  }

  async findLatest(): Promise<string | undefined> {
    return (await this.list(Number.POSITIVE_INFINITY, 1))[0];
  }

  async close(): Promise<void> {
    await this.#writing.catch(() => {});
    await this.#file.close();
  }

  async #read({ offset, length }: Line): Promise<string> {
    return JSON.parse(Buffer.from(await this.#file.read(offset, length)).toString()) as string;
  }
}

function findCheckpoint(line: string): Checkpoint | undefined {
  try {
    const note: unknown = JSON.parse(line);
    return typeof note === 'string' ? parseCheckpoint(note) : undefined;
  } catch {
    // fsck names the line; a reader of history does without it.
    return undefined;
  }
}
