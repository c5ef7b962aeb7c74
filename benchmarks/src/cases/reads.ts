import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runDriver } from '../load/run-driver.ts';
import { RawLimit } from '../raw/raw-limit.ts';
import { median } from '../report/quantile.ts';
import { atLeast, figure, type Row } from '../report/row.ts';
import { type Bench, fill, withBench } from './bench-platform.ts';

const ROUNDS = 5;
const RECORDS = 10_000;
/** So many that a cache of answers helps nobody: most are asked once or twice a round. */
const KEYS = 20_000;
const READS = 30_000;
const BAR = 0.43;

/** Verified reads over HTTP, values and absences by turns, every proof checked by the client, 100 in flight. */
export function reads(): Promise<Row[]> {
  return withBench(async (bench) => {
    const raw = new RawLimit();
    const measured = await readRates(bench, await fill(bench, RECORDS), raw);
    return [
      figure('raw P-256 checks', raw.perSecond, '/s'),
      figure('verified reads over HTTP, 100 in flight', median(measured.rates), '/s'),
      figure('verified reads over HTTP, 100 in flight, p99', median(measured.p99), 'ms'),
      atLeast('verified reads / raw', median(measured.rates) / raw.perSecond, 'ratio', BAR),
    ];
  });
}

/** Rates of several rounds, a sample of the bare machine before each. */
export async function readRates(
  bench: Bench,
  submitted: readonly string[],
  raw: RawLimit,
): Promise<{ rates: number[]; p99: number[] }> {
  const { directory, platform } = bench;
  const [keysPath, trustPath] = [join(directory, 'submissions-keys.txt'), join(directory, 'submissions-trust.json')];
  writeFileSync(keysPath, `${keysOf(submitted).join('\n')}\n`);
  writeFileSync(trustPath, await (await fetch(`${platform.url}/trust.json`)).text());
  const args = [String(platform.port), keysPath, trustPath, String(READS), '100'];
  await runDriver('./read-driver.ts', args);
  const [rates, p99]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    await raw.sample();
    const result = await runDriver('./read-driver.ts', args);
    rates.push(result.perSecond);
    p99.push(result.p99);
  }
  return { rates, p99 };
}

/** Cases that exist, spread over all submitted, and as many that do not. */
function keysOf(submitted: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(submitted.length / (KEYS / 2)));
  return submitted
    .filter((_, at) => at % step === 0)
    .flatMap((id) => [`case/${id}`, `case/${[...id].reverse().join('')}`]);
}
