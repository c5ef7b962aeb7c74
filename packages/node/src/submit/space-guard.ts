import { statfs } from 'node:fs/promises';

/** Free bytes of the device that holds a directory. */
export async function findFreeBytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

export interface SpaceGuardOptions {
  readonly findFreeBytes: () => Promise<number>;
  /** Below this nothing is taken, so that what was taken can still be brought to disk. */
  readonly minFreeBytes: number;
  readonly intervalMs: number;
}

/**
 * Closes the door before the device is full: a write that fails halts the node, a refused deed does not. Opens it again
 * when there is space.
 */
export class SpaceGuard {
  readonly #options: SpaceGuardOptions;
  readonly #timer: ReturnType<typeof setInterval>;
  #freeBytes = Number.POSITIVE_INFINITY;

  constructor(options: SpaceGuardOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.look(), options.intervalMs).unref();
  }

  get isFull(): boolean {
    return this.#freeBytes < this.#options.minFreeBytes;
  }

  get facts(): { readonly freeBytes: number; readonly minFreeBytes: number } {
    return { freeBytes: this.#freeBytes, minFreeBytes: this.#options.minFreeBytes };
  }

  /** Never rejects: a device that cannot be asked is left to the writes themselves. */
  async look(): Promise<void> {
    try {
      this.#freeBytes = await this.#options.findFreeBytes();
    } catch {
      this.#freeBytes = Number.POSITIVE_INFINITY;
    }
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
