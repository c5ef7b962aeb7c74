import { NodeError } from '@minglu/node';
import { MemoryDisk } from '../disk/memory-disk.ts';

/** In the facts of a finding: the disk had ended, the finding says nothing about the ledger. */
export const END: Readonly<Record<string, unknown>> = { end: true };
const theEnd = new NodeError('not-found', END);
/**
 * A disk that ends soon after one file was read. The check runs on as far as the disk goes, byte for byte as it would on
 * a whole one, and what it has found until then it has found: findings are only ever added. It saves the rest of the
 * ledger, and the reading again of a damaged file for each record in it.
 */
export class ShortDisk extends MemoryDisk {
  readonly #until: string;
  /** How many other files it gives after that one. */
  readonly #reach: number;
  readonly #others = new Set<string>();
  #wasRead = false;
  #isOver = false;

  constructor(files: Iterable<readonly [string, Buffer]>, until: string, reach: number) {
    super(files);
    this.#until = until;
    this.#reach = reach;
  }

  override readFileNow(path: string): Uint8Array | undefined {
    this.#notice(path);
    if (this.#isOver) throw theEnd;
    return super.readFileNow(path);
  }

  #notice(path: string): void {
    if (this.#wasRead && path !== this.#until) this.#others.add(path);
    if ((this.#wasRead && path === this.#until) || this.#others.size > this.#reach) this.#isOver = true;
    if (path === this.#until) this.#wasRead = true;
  }
}
