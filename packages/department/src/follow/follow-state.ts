import { readFile } from 'node:fs/promises';
import {
  appendLeaf,
  base64Decode,
  base64Encode,
  formatStrictJson,
  parseStrictJsonObject,
  rootFromReader,
} from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import { writeDurably } from '../storage/write-durably.ts';

/** How far the log was read, verified and acted on. */
export interface FollowState {
  readonly size: number;
  /** `<level>/<index>` to base64 hash: the complete subtrees that `size` is the sum of. */
  readonly peaks: Readonly<Record<string, string>>;
  /** The signed note at `size`; empty before the first. */
  readonly checkpoint: string;
}

const NOTHING_READ: FollowState = { size: 0, peaks: {}, checkpoint: '' };

export async function readFollowState(path: string, origin: string): Promise<FollowState> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NOTHING_READ;
    throw error;
  }
  try {
    const { v, origin: stored, ...state } = parseStrictJsonObject(text);
    if (v === 0 && stored === origin) return state as unknown as FollowState;
  } catch {
    // Falls through: whatever is wrong with it, it is not to be guessed at.
  }
  throw new DepartmentError('store-damaged', { file: 'position.json' });
}

export async function writeFollowState(path: string, origin: string, state: FollowState): Promise<void> {
  const { size, peaks, checkpoint } = state;
  await writeDurably(path, formatStrictJson({ v: 0, origin, size, peaks, checkpoint }));
}

/** The right edge of the tree, grown leaf by leaf: only the subtrees that later leaves need. */
export class TreeEdge {
  readonly #hashes: Map<string, Uint8Array>;
  #size: number;

  constructor({ size, peaks }: FollowState) {
    this.#size = size;
    this.#hashes = new Map(Object.entries(peaks).map(([place, hash]) => [place, base64Decode(hash)]));
  }

  get size(): number {
    return this.#size;
  }

  append(leaf: Uint8Array): void {
    const made = appendLeaf(this.#size, leaf, this.#reader);
    for (const { level, index } of made.slice(0, -1)) {
      // A subtree with a parent is under it for ever.
      this.#hashes.delete(`${level}/${index}`);
      this.#hashes.delete(`${level}/${index - 1}`);
    }
    const top = made.at(-1);
    if (top !== undefined) this.#hashes.set(`${top.level}/${top.index}`, top.hash);
    this.#size += 1;
  }

  root(): Uint8Array {
    return rootFromReader(this.#size, this.#reader);
  }

  peaks(): Record<string, string> {
    return Object.fromEntries([...this.#hashes].map(([place, hash]) => [place, base64Encode(hash)]));
  }

  readonly #reader = (level: number, index: number): Uint8Array => {
    const hash = this.#hashes.get(`${level}/${index}`);
    if (hash === undefined) throw new DepartmentError('store-damaged', { level, index });
    return hash;
  };
}
