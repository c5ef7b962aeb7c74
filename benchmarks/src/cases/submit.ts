import { runDriver } from '../load/run-driver.ts';
import { RawLimit } from '../raw/raw-limit.ts';
import { allocatedBytes, isNoneOfTheLedger } from '../report/disk.ts';
import { cpuSeconds, familyOf } from '../report/processes.ts';
import { median } from '../report/quantile.ts';
import { atLeast, atMost, figure, type Row } from '../report/row.ts';
import { type Bench, withBench } from './bench-platform.ts';

const ROUNDS = 5;
const IN_PROCESS_BAR = 0.33;
const HTTP_BAR = 0.24;
const LONELY_P50_BAR_MS = 3;
const CPU_BAR_MS = 0.24;
const DISK_BAR_BYTES = 2048;

/** Signed, durable, receipted applications of the shipped service, in process and over HTTP, against the bare machine. */
export function submit(): Promise<Row[]> {
  return withBench(async (bench) => {
    const raw = new RawLimit();
    await warmUp(bench, raw);
    return [
      ...(await throughput(bench, raw)),
      ...(await byConcurrency(bench)),
      ...(await perRecord(bench)),
      ...(await deadWitness(bench)),
    ];
  });
}

async function warmUp({ files, platform }: Bench, raw: RawLimit): Promise<void> {
  await raw.calibrate();
  await platform.ask({ kind: 'submit', path: await files.write(6000), inFlight: 500 }, 'submitted');
  await runDriver('./submit-driver.ts', [String(platform.port), await files.write(3000), '200']);
}

/** Raw, in process, raw, over HTTP, and again: the ratios come from neighbouring seconds. */
async function throughput({ files, platform }: Bench, raw: RawLimit): Promise<Row[]> {
  const inProcess: number[] = [];
  const http: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [first, second] = [await files.write(12_000), await files.write(8_000)];
    await raw.sample();
    inProcess.push((await platform.ask({ kind: 'submit', path: first, inFlight: 1000 }, 'submitted')).perSecond);
    await raw.sample();
    http.push((await runDriver('./submit-driver.ts', [String(platform.port), second, '1000'])).perSecond);
  }
  return [
    figure('raw P-256 checks', raw.perSecond, '/s'),
    figure('submit in process, 1,000 in flight', median(inProcess), '/s'),
    figure('submit over HTTP, 1,000 in flight', median(http), '/s'),
    atLeast('submit in process / raw', median(inProcess) / raw.perSecond, 'ratio', IN_PROCESS_BAR),
    atLeast('submit over HTTP / raw', median(http) / raw.perSecond, 'ratio', HTTP_BAR),
  ];
}

async function byConcurrency({ files, platform }: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [inFlight, count] of [
    [1, 1500],
    [10, 4000],
    [100, 8000],
  ] as const) {
    const inside = await platform.ask({ kind: 'submit', path: await files.write(count), inFlight }, 'submitted');
    const http = await runDriver('./submit-driver.ts', [
      String(platform.port),
      await files.write(count),
      String(inFlight),
    ]);
    rows.push(figure(`submit in process, ${inFlight} in flight`, inside.perSecond, '/s'));
    rows.push(figure(`submit in process, ${inFlight} in flight, p50`, inside.p50, 'ms'));
    rows.push(figure(`submit over HTTP, ${inFlight} in flight`, http.perSecond, '/s'));
    rows.push(figure(`submit over HTTP, ${inFlight} in flight, p99`, http.p99, 'ms'));
    if (inFlight === 1) rows.push(atMost('submit over HTTP, one at a time, p50', http.p50, 'ms', LONELY_P50_BAR_MS));
    else rows.push(figure(`submit over HTTP, ${inFlight} in flight, p50`, http.p50, 'ms'));
  }
  return rows;
}

/** CPU of every process of the platform, witnesses and followers included, and disk without SQL, a record. */
async function perRecord({ directory, files, platform }: Bench): Promise<Row[]> {
  const count = 20_000;
  const path = await files.write(count);
  const settle = () => new Promise((resolve) => setTimeout(resolve, 4000));
  await settle();
  const family = familyOf(platform.pid);
  const cpu = () => family.reduce((sum, pid) => sum + cpuSeconds(pid), 0);
  const [cpuBefore, diskBefore] = [cpu(), allocatedBytes(directory, isNoneOfTheLedger)];
  await runDriver('./submit-driver.ts', [String(platform.port), path, '100']);
  await settle();
  const cpuMs = ((cpu() - cpuBefore) * 1000) / count;
  const disk = (allocatedBytes(directory, isNoneOfTheLedger) - diskBefore) / count;
  return [
    atMost('CPU a record, 100 in flight over HTTP, driver excluded', cpuMs, 'ms', CPU_BAR_MS),
    atMost('disk a record without SQL', disk, 'bytes', DISK_BAR_BYTES),
  ];
}

/** A dead witness must delay no receipt, and be shown. One p99 of 3,000 is a matter of which flush it met: a median of five. */
async function deadWitness({ files, platform }: Bench): Promise<Row[]> {
  const p99 = async (): Promise<number> => {
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const path = await files.write(3000);
      rounds.push((await platform.ask({ kind: 'submit', path, inFlight: 10 }, 'submitted')).p99);
    }
    return median(rounds);
  };
  const before = await p99();
  await platform.ask({ kind: 'killWitness', index: 0 }, 'done');
  const after = await p99();
  const { status } = await platform.ask({ kind: 'status' }, 'status');
  const shown = status.witnesses.some((witness) => witness.failures > 0);
  return [
    atMost('p99 with a dead witness / p99 before', after / before, 'ratio', 2),
    { name: 'a dead witness is shown in the status', value: String(shown), unit: '', bar: 'true', holds: shown },
  ];
}
