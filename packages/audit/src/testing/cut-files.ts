import { dirname } from 'node:path';
import type { AuditFile, AuditFiles } from '../audit-files.ts';

interface Content {
  durable: Buffer;
  /** What was done since the last sync. */
  readonly pending: ((content: Buffer) => Buffer)[];
}

/** How much of what was not synced a power cut leaves. */
export type CutMode = 'lost' | 'kept' | 'torn';

/** A disk in memory that knows what was synced, counts the calls that change it, and can refuse one or lose power at one. */
export class CutFiles implements AuditFiles {
  readonly #contents = new Map<string, Content>();
  /** Names whose directory was synced. */
  readonly #named = new Set<string>();
  readonly #directories = new Set<string>();
  calls = 0;
  /** The call with this number fails; a write then leaves half of its bytes. */
  refuseAt: number | undefined;
  /** From the call with this number on nothing happens any more. */
  cutAt: number | undefined;

  async open(path: string): Promise<AuditFile> {
    if (!this.#contents.has(path)) {
      this.#step();
      this.#contents.set(path, { durable: Buffer.alloc(0), pending: [] });
    }
    const content = this.#contents.get(path) as Content;
    return {
      write: async (bytes, position) => {
        const all = Buffer.from(bytes);
        this.#step(() => content.pending.push((before) => written(before, all.subarray(0, all.length >> 1), position)));
        content.pending.push((before) => written(before, all, position));
      },
      truncate: async (size) => {
        this.#step();
        content.pending.push((before) => Buffer.from(before.subarray(0, size)));
      },
      datasync: async () => {
        this.#step();
        content.durable = now(content);
        content.pending.length = 0;
      },
      close: async () => {},
    };
  }

  async readFile(path: string): Promise<Uint8Array | undefined> {
    return this.readFileNow(path);
  }

  readFileNow(path: string): Uint8Array | undefined {
    const content = this.#contents.get(path);
    return content === undefined ? undefined : Uint8Array.from(now(content));
  }

  async list(directory: string): Promise<readonly string[]> {
    return [...this.#contents.keys()]
      .filter((path) => dirname(path) === directory)
      .map((path) => path.slice(directory.length + 1));
  }

  async makeDirectory(directory: string): Promise<void> {
    this.#directories.add(directory);
  }

  async syncDirectory(directory: string): Promise<void> {
    this.#step();
    for (const path of this.#contents.keys()) if (dirname(path) === directory) this.#named.add(path);
  }

  /** What a restart finds. @param random in [0, 1) */
  afterCut(mode: CutMode, random: () => number): CutFiles {
    const after = new CutFiles();
    for (const [path, content] of this.#contents) {
      const isNamed = this.#named.has(path) || mode === 'kept' || (mode === 'torn' && random() < 0.5);
      if (!isNamed) continue;
      const arrived = content.pending.filter(() => mode === 'kept' || (mode === 'torn' && random() < 0.6));
      let durable = arrived.reduce((before, change) => change(before), content.durable);
      if (mode === 'torn' && durable.length > content.durable.length && random() < 0.5) {
        durable = durable.subarray(
          0,
          content.durable.length + Math.floor(random() * (durable.length - content.durable.length)),
        );
      }
      after.#contents.set(path, { durable: Buffer.from(durable), pending: [] });
      after.#named.add(path);
    }
    return after;
  }

  /** Changes bytes behind everybody's back; nothing given back removes the file. */
  damage(path: string, change: (content: Buffer) => Buffer | undefined): void {
    const changed = change(Buffer.from(this.readFileNow(path) ?? Buffer.alloc(0)));
    if (changed === undefined) this.#contents.delete(path);
    else this.#contents.set(path, { durable: changed, pending: [] });
  }

  paths(): string[] {
    return [...this.#contents.keys()].sort();
  }

  #step(half: () => void = () => {}): void {
    this.calls += 1;
    const at = this.calls - 1;
    if (this.cutAt !== undefined && at >= this.cutAt) {
      if (at === this.cutAt) half();
      throw new Error('no power');
    }
    if (at !== this.refuseAt) return;
    half();
    throw new Error('EIO');
  }
}

const now = ({ durable, pending }: Content): Buffer => pending.reduce((before, change) => change(before), durable);

const written = (before: Buffer, bytes: Buffer, position: number): Buffer => {
  const after = Buffer.alloc(Math.max(before.length, position + bytes.length));
  before.copy(after);
  bytes.copy(after, position);
  return after;
};
