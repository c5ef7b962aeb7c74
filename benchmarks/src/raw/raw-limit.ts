import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { median } from '../report/quantile.ts';

const POOL_SIZES = [2, 3, 4];
const script = new URL('./raw-process.ts', import.meta.url).pathname;
const run = promisify(execFile);

async function once(poolSize: number, durationMs: number): Promise<number> {
  const env = { ...process.env, UV_THREADPOOL_SIZE: String(poolSize) };
  const { stdout } = await run(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, String(durationMs)],
    { env },
  );
  return (JSON.parse(stdout) as { perSecond: number }).perSecond;
}

/**
 * The bare machine's P-256 checks a second at its best pool size, taken again and again between the rows it is compared
 * with: other people's work on the same machine then disturbs both sides of a ratio alike.
 */
export class RawLimit {
  readonly #samples: number[] = [];
  #poolSize = 0;

  /** Finds the best pool size; answers it. */
  async calibrate(durationMs = 800): Promise<number> {
    let best = 0;
    for (const size of POOL_SIZES) {
      const perSecond = await once(size, durationMs);
      if (perSecond > best) [best, this.#poolSize] = [perSecond, size];
    }
    return this.#poolSize;
  }

  /** One more sample; answers it in checks a second. */
  async sample(durationMs = 1500): Promise<number> {
    if (this.#poolSize === 0) await this.calibrate();
    const perSecond = await once(this.#poolSize, durationMs);
    this.#samples.push(perSecond);
    return perSecond;
  }

  get perSecond(): number {
    return median(this.#samples);
  }
}
