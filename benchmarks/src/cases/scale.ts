import { BenchProcess } from '../platform/bench-process.ts';
import { RawLimit } from '../raw/raw-limit.ts';
import { allocatedBytes, isNoneOfTheLedger } from '../report/disk.ts';
import { familyOf, type Resident, residentOf } from '../report/processes.ts';
import { median } from '../report/quantile.ts';
import { atMost, figure, type Row } from '../report/row.ts';
import { type Bench, fill, withBench } from './bench-platform.ts';
import { readRates } from './reads.ts';

const SMALL = 10_000;
const ROUNDS = 5;
const MOST_A_ROUND = 8_000;
const COST_BAR = 1.3;
const RESTART_BAR_MS = 10_000;
const MEMORY_BAR_BYTES = 1.5e9;

interface Level {
  readonly submitRatio: number;
  readonly readRatio: number;
}

/**
 * What a million records cost the next submission and the next read, a restart, memory and disk. `records` shortens a
 * trial run. The load is prepared by other processes and read from its files as it is sent: it takes no memory that is
 * counted, and a few microseconds a submission at both sizes.
 */
export function scale(records = 1_000_000): Promise<Row[]> {
  return withBench(async (bench) => {
    const parts = new Parts();
    const aRound = Math.min(MOST_A_ROUND, Math.round(records / 20));
    const few = await parts.time('the first 10^4', () => fill(bench, SMALL));
    const small = await parts.time('measuring at 10^4', () => measure(bench, few, aRound));
    const rest = Math.max(0, records - SMALL - ROUNDS * aRound);
    const many = await parts.time('preparing and submitting the rest', () =>
      fill(bench, rest, (done) => parts.say(`${done} of ${rest}`)),
    );
    const filled = await memoryOf(bench);
    const large = await parts.time('measuring at the end', () => measure(bench, [...few, ...many], aRound));
    const resident = await memoryOf(bench);
    const disk = allocatedBytes(bench.directory, isNoneOfTheLedger) / (SMALL + rest + 2 * ROUNDS * aRound);
    const restartMs = await parts.time('restart', () => restart(bench));
    return [
      figure('records when the second measurement began', SMALL + rest + ROUNDS * aRound, ''),
      atMost('cost of a submission against 10^4 records', small.submitRatio / large.submitRatio, 'ratio', COST_BAR),
      atMost('cost of a verified read against 10^4 records', small.readRatio / large.readRatio, 'ratio', COST_BAR),
      atMost(
        'resident memory of all processes of the node, the higher of filled and measured',
        Math.max(filled.bytes, resident.bytes),
        'bytes',
        MEMORY_BAR_BYTES,
      ),
      figure('resident memory after the measurement: pages of files', resident.ofFiles, 'bytes'),
      figure('disk a record at the end, without SQL', disk, 'bytes'),
      atMost('ready after a restart', restartMs, 'ms', RESTART_BAR_MS),
      ...parts.rows(),
    ];
  });
}

/** How long each part took, said on standard error as it goes. */
class Parts {
  readonly #rows: Row[] = [];
  #begun = performance.now();

  async time<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.#begun = performance.now();
    this.say(name);
    const result = await work();
    this.#rows.push(figure(`time: ${name}`, this.#seconds(), 's'));
    return result;
  }

  say(words: string): void {
    console.error(`${new Date().toISOString().slice(11, 19)} ${Math.round(this.#seconds())} s: ${words}`);
  }

  rows(): readonly Row[] {
    return this.#rows;
  }

  #seconds(): number {
    return (performance.now() - this.#begun) / 1_000;
  }
}

async function measure(bench: Bench, submitted: readonly string[], aRound: number): Promise<Level> {
  const raw = new RawLimit();
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const path = await bench.files.write(aRound);
    await raw.sample();
    const request = { kind: 'submit', path, inFlight: 1000, streamed: aRound } as const;
    rates.push((await bench.platform.ask(request, 'submitted')).perSecond);
  }
  const reads = await readRates(bench, submitted, raw);
  return { submitRatio: median(rates) / raw.perSecond, readRatio: median(reads.rates) / raw.perSecond };
}

/** The node's process and its writer's; witnesses are others and only run below it here. */
async function memoryOf({ platform }: Bench): Promise<Resident> {
  const { witnessPids } = await platform.ask({ kind: 'status' }, 'status');
  return residentOf(familyOf(platform.pid).filter((pid) => !witnessPids.includes(pid)));
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
