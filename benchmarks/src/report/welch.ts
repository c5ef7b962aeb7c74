/** Welch's t of two samples whose spread may differ, and their means. */
export function welch(
  one: readonly number[],
  other: readonly number[],
): { readonly t: number; readonly means: readonly [number, number] } {
  const [a, b] = [momentsOf(one), momentsOf(other)];
  const t = (a.mean - b.mean) / Math.sqrt(a.variance / a.count + b.variance / b.count);
  return { t, means: [a.mean, b.mean] };
}

function momentsOf(sample: readonly number[]) {
  const count = sample.length;
  const mean = sample.reduce((sum, value) => sum + value, 0) / count;
  const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  return { count, mean, variance };
}
