import type { SourceFile } from './source-file.ts';

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Where the house stands, each figure beside its aim: a file's lines median 80, p90 250; a function's median 10, p90 35. */
export function statistics(files: readonly SourceFile[]): string {
  const sources = files.filter((file) => !file.isTest);
  const lines = sources.map((file) => file.lines);
  const functions = sources.flatMap((file) => file.functions.map((shape) => shape.lines));
  const testLines = files.filter((file) => file.isTest).reduce((sum, file) => sum + file.lines, 0);
  const sourceLines = lines.reduce((sum, count) => sum + count, 0);
  return [
    `${sources.length} files, lines median ${quantile(lines, 0.5)} (80), p90 ${quantile(lines, 0.9)} (250)`,
    `functions median ${quantile(functions, 0.5)} (10), p90 ${quantile(functions, 0.9)} (35)`,
    `test lines a source line ${(testLines / Math.max(1, sourceLines)).toFixed(2)}`,
  ].join('; ');
}
