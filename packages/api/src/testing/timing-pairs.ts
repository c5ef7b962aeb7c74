/** Two questions whose answers nobody may tell apart by the clock. */
export interface TimingPairs {
  readonly pairs: number;
  readonly first: () => Promise<unknown>;
  readonly second: () => Promise<unknown>;
  /** Between 0 and 1: which of a pair is asked first. */
  readonly random: () => number;
}

export interface TimingFigures {
  /** Welch's t; below 4.5 in size, the two are taken for one (as in TVLA, ISO/IEC 17825). */
  readonly t: number;
  readonly meanMs: readonly [number, number];
}

/**
 * Asks both again and again, interleaved and in random order, so that whatever the machine does besides falls on both alike;
 * the slowest twentieth of each, which says more of the machine than of the answer, is left out.
 */
export const measurePairs = async ({ pairs, first, second, random }: TimingPairs): Promise<TimingFigures> => {
  const times: [number[], number[]] = [[], []];
  const ask = async (which: 0 | 1): Promise<void> => {
    const since = performance.now();
    await (which === 0 ? first() : second());
    times[which].push(performance.now() - since);
  };
  for (let at = 0; at < pairs; at += 1) {
    const one = random() < 0.5 ? 0 : 1;
    await ask(one);
    await ask(one === 0 ? 1 : 0);
  }
  const [a, b] = [trimmed(times[0]), trimmed(times[1])];
  return { t: welchT(a, b), meanMs: [meanOf(a), meanOf(b)] };
};

/** Welch 1947: the difference of two means over the error of both. */
export const welchT = (a: readonly number[], b: readonly number[]): number => {
  const error = Math.sqrt(varianceOf(a) / a.length + varianceOf(b) / b.length);
  return error === 0 ? 0 : (meanOf(a) - meanOf(b)) / error;
};

const trimmed = (times: readonly number[]): readonly number[] =>
  [...times].sort((x, y) => x - y).slice(0, Math.ceil(times.length * 0.95));

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const varianceOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};
