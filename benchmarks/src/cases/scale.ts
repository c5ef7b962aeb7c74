import { BenchProcess } from '../platform/bench-process.ts';
import { RawLimit } from '../raw/raw-limit.ts';
import { residentBytes } from '../report/processes.ts';
import { median } from '../report/quantile.ts';
import { atMost, figure, type Row } from '../report/row.ts';
import { type Bench, fill, withBench } from './bench-platform.ts';
import { readRates } from './reads.ts';

const SMALL = 10_000;
const COST_BAR = 1.3;
const RESTART_BAR_MS = 10_000;
const MEMORY_BAR_BYTES = 1.5e9;

interface Level {
  readonly submitRatio: number;
  readonly readRatio: number;
}

/** What a million records cost the next submission and the next read, a restart, and memory. `records` shortens a trial run. */
export function scale(records = 1_000_000): Promise<Row[]> {
  return withBench(async (bench) => {
    const small = await measure(bench, await fill(bench, SMALL));
    const submitted = await fill(bench, records - SMALL);
    const large = await measure(bench, submitted);
    const resident = residentBytes(bench.platform.pid);
    const restartMs = await restart(bench);
    return [
      figure('records', records, ''),
      atMost('cost of a submission against 10^4 records', small.submitRatio / large.submitRatio, 'ratio', COST_BAR),
      atMost('cost of a verified read against 10^4 records', small.readRatio / large.readRatio, 'ratio', COST_BAR),
      atMost('resident memory', resident, 'bytes', MEMORY_BAR_BYTES),
      atMost('ready after a restart', restartMs, 'ms', RESTART_BAR_MS),
    ];
  });
}

async function measure(bench: Bench, submitted: readonly string[]): Promise<Level> {
  const raw = new RawLimit();
  const rates: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const path = await bench.files.write(8000);
    await raw.sample();
    rates.push((await bench.platform.ask({ kind: 'submit', path, inFlight: 1000 }, 'submitted')).perSecond);
  }
  const reads = await readRates(bench, submitted, raw);
  return { submitRatio: median(rates) / raw.perSecond, readRatio: median(reads.rates) / raw.perSecond };
}

/** A second process opens the same directory once the first has gone; until its first answer over HTTP. */
async function restart(bench: Bench): Promise<number> {
  await bench.platform.close();
  const startedAt = performance.now();
  const again = await BenchProcess.start(bench.directory);
  await fetch(`${again.url}/healthz`);
  const elapsedMs = performance.now() - startedAt;
  bench.platform = again;
  return elapsedMs;
}
