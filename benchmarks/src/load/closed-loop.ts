export interface LoadResult {
  readonly perSecond: number;
  readonly count: number;
  readonly seconds: number;
  /** One latency a request, in milliseconds. */
  readonly latenciesMs: number[];
}

/** Runs `task` for each of `count` items with `inFlight` of them under way, and times each. */
export async function closedLoop(
  count: number,
  inFlight: number,
  task: (item: number, lane: number) => Promise<void>,
): Promise<LoadResult> {
  const latenciesMs: number[] = [];
  let next = 0;
  const lane = async (index: number): Promise<void> => {
    while (next < count) {
      const item = next;
      next += 1;
      const startedAt = performance.now();
      await task(item, index);
      latenciesMs.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: Math.min(inFlight, count) }, (_, index) => lane(index)));
  const seconds = (performance.now() - startedAt) / 1000;
  return { perSecond: count / seconds, count, seconds, latenciesMs };
}
