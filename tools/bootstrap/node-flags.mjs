import { availableParallelism } from 'node:os';

/**
 * How the product's Node runs, here and in the benchmarks. A thousand submissions under way are young objects that live a
 * few milliseconds: a nursery of 16 MB or more copies them less often (5 % of a submission). On two cores the collector's
 * helper threads only take turns with the work they are to help (measured: 13 % of the processor time of a submission).
 */
export function nodeFlags() {
  const flags = ['--disable-warning=ExperimentalWarning', '--min-semi-space-size=16', '--max-semi-space-size=32'];
  flags.push(`--import=${new URL('./small-thread-heaps.mjs', import.meta.url).href}`);
  return availableParallelism() <= 2 ? [...flags, '--single-threaded-gc'] : flags;
}
