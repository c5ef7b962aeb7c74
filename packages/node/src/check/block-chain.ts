import { type BlockEntry, parseEntry } from '@minglu/protocol';
import { nativeHash } from '../crypto/native-hash.ts';
import type { Findings } from './findings.ts';

const BLOCK_START = Buffer.from('{"v":0,"type":"block"');

/** From the end of it backwards: the other entries begin in the same way. */
export function isBlockEntry(entry: Uint8Array): boolean {
  let at = BLOCK_START.length - 1;
  while (at >= 0 && entry[at] === BLOCK_START[at]) at -= 1;
  return at < 0;
}

/** Block entries name the one before them, their height and how many transactions they close. */
export class BlockChain {
  readonly #findings: Findings;
  blocks = 0;
  last: BlockEntry | undefined;
  #previous: Uint8Array = new Uint8Array(32);
  #open = 0;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  take(bytes: Uint8Array, index: number, file: string): void {
    if (!isBlockEntry(bytes)) {
      this.#open += 1;
      return;
    }
    const entry = parseEntry(bytes);
    if (entry.type !== 'block') return;
    const { height, time, transactions, previous } = entry;
    const isNext = height === this.blocks && Buffer.compare(previous, this.#previous) === 0;
    const isLater = time >= (this.last?.time ?? 0);
    if (!isNext || !isLater || transactions !== this.#open) {
      this.#findings.add({ file, code: 'block-out-of-place', index, height });
    }
    this.blocks += 1;
    this.last = entry;
    this.#open = 0;
    this.#previous = nativeHash(bytes);
  }

  /** A log ends with a block: what stands behind the last one belongs to none. */
  finish(size: number): void {
    if (this.#open > 0) this.#findings.add({ file: 'tail', code: 'block-missing', index: size - 1 });
  }
}
