import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HashReader } from '@minglu/protocol';
import { appendLeaf, base64Decode, base64Encode, formatStrictJson, parseStrictJsonObject } from '@minglu/protocol';
import { WitnessError } from './witness-error.ts';
import { writeDurably } from './write-durably.ts';

/** The last block entry read: its height and the SHA-256 of its bytes, base64. */
export interface LastBlock {
  readonly height: number;
  readonly hash: string;
}

/** What a monitor has verified by itself: the tree up to `size` as its complete subtrees, and the chain of blocks. */
export interface MonitorState {
  readonly size: number;
  /** `<level>/<index>` to base64 hash: the complete subtrees that `size` is the sum of. */
  readonly peaks: Readonly<Record<string, string>>;
  readonly lastBlock: LastBlock | null;
  /** The signed note at `size`; empty before the first. */
  readonly checkpoint: string;
}

export const NOTHING_SEEN: MonitorState = { size: 0, peaks: {}, lastBlock: null, checkpoint: '' };

export async function readMonitorState(directory: string, origin: string): Promise<MonitorState> {
  const file = join(directory, 'monitor.json');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NOTHING_SEEN;
    throw error;
  }
  try {
    const { v, origin: stored, ...state } = parseStrictJsonObject(text);
    if (v === 0 && stored === origin) return state as unknown as MonitorState;
  } catch {
    // falls through
  }
  throw new WitnessError('store-damaged', { file });
}

export async function writeMonitorState(directory: string, origin: string, state: MonitorState): Promise<void> {
  const { size, peaks, lastBlock, checkpoint } = state;
  const block = lastBlock === null ? null : { height: lastBlock.height, hash: lastBlock.hash };
  const text = formatStrictJson({ v: 0, origin, size, peaks, lastBlock: block, checkpoint });
  await writeDurably(join(directory, 'monitor.json'), text);
}

/** Grows the right edge of the tree leaf by leaf; keeps only the subtrees that later leaves need. */
export class TreeEdge {
  readonly #hashes: Map<string, Uint8Array>;
  #size: number;

  constructor(state: MonitorState) {
    this.#size = state.size;
    this.#hashes = new Map(Object.entries(state.peaks).map(([place, hash]) => [place, base64Decode(hash)]));
  }

  get size(): number {
    return this.#size;
  }

  readonly reader: HashReader = (level, index) => {
    const hash = this.#hashes.get(`${level}/${index}`);
    if (hash === undefined) throw new WitnessError('store-damaged', { level, index });
    return hash;
  };

  append(leaf: Uint8Array): void {
    const made = appendLeaf(this.#size, leaf, this.reader);
    for (const { level, index } of made.slice(0, -1)) {
      // A subtree with a parent is under it for ever.
      this.#hashes.delete(`${level}/${index}`);
      this.#hashes.delete(`${level}/${index - 1}`);
    }
    const top = made.at(-1);
    if (top !== undefined) this.#hashes.set(`${top.level}/${top.index}`, top.hash);
    this.#size += 1;
  }

  peaks(): Record<string, string> {
    return Object.fromEntries([...this.#hashes].map(([place, hash]) => [place, base64Encode(hash)]));
  }
}
