import type { HistogramSnapshot } from '@minglu/node';
import { atMost, figure, type Row } from '../report/row.ts';
import { withBench } from './bench-platform.ts';

const BAR_MS = 2_000;
const RECORDS = 20_000;
const SHARE = 0.99;

/** From a checkpoint to the last witness's line under it, while submissions go on: the upper bound of the 99th percentile's bucket. */
export function witnesses(): Promise<Row[]> {
  return withBench(async ({ files, platform }) => {
    await platform.ask({ kind: 'submit', path: await files.write(RECORDS), inFlight: 100 }, 'submitted');
    const { metrics, status } = await platform.ask({ kind: 'status' }, 'status');
    const histogram = metrics.histograms.cosignature_ms;
    if (histogram === undefined) throw new Error('no checkpoint was cosigned');
    return [
      figure('checkpoints cosigned under load', sum(histogram.counts), ''),
      figure('witnesses', status.witnesses.length, ''),
      atMost('checkpoint to cosignatures, p99, under load', quantileBound(histogram), 'ms', BAR_MS),
    ];
  });
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

function quantileBound({ boundsMs, counts }: HistogramSnapshot): number {
  const wanted = sum(counts) * SHARE;
  let seen = 0;
  for (const [bucket, count] of counts.entries()) {
    seen += count;
    if (seen >= wanted) return boundsMs[bucket] ?? Number.POSITIVE_INFINITY;
  }
  return Number.POSITIVE_INFINITY;
}
