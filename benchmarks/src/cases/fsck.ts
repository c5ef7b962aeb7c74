import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedContracts } from '@minglu/city';
import { NEWEST_PROTOCOL } from '@minglu/ledger';
import { fsck as checkLedger, type FsckReport } from '@minglu/node';
import { parseTrustFile, publicJwk, type Trust } from '@minglu/protocol';
import { benchSigner, CHAIN } from '../platform/bench-identity.ts';
import { BenchProcess } from '../platform/bench-process.ts';
import { RawLimit } from '../raw/raw-limit.ts';
import { median } from '../report/quantile.ts';
import { atLeast, figure, type Row } from '../report/row.ts';
import { type Bench, fill, withBench } from './bench-platform.ts';

const RECORDS = 20_000;
const ROUNDS = 3;
const FULL_BAR = 0.35;
const HASHES_BAR = 50_000;

/** Everything derived again from the files alone, and the hashes alone. */
export function fsck(): Promise<Row[]> {
  return withBench(async (bench) => {
    await fill(bench, RECORDS);
    const trust = await parseTrustFile(await (await fetch(`${bench.platform.url}/trust.json`)).text());
    await bench.platform.close();
    const raw = new RawLimit();
    const [full, hashes]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      await raw.sample();
      full.push(await rate(bench, trust, false));
      hashes.push(await rate(bench, trust, true));
    }
    bench.platform = await BenchProcess.start(bench.directory);
    return [
      figure('fsck, full', median(full), 'records/s'),
      atLeast('fsck, full / raw', median(full) / raw.perSecond, 'ratio', FULL_BAR),
      atLeast('fsck --hashes', median(hashes), 'records/s', HASHES_BAR),
    ];
  });
}

async function rate({ directory }: Bench, trust: Trust, hashesOnly: boolean): Promise<number> {
  const startedAt = performance.now();
  const report = await check(directory, trust, hashesOnly);
  if (!report.ok) throw new Error(`fsck found ${JSON.stringify(report.findings[0])}`);
  return (report.records / (performance.now() - startedAt)) * 1000;
}

function check(directory: string, trust: Trust, hashesOnly: boolean): Promise<FsckReport> {
  const time = Number(readFileSync(join(directory, 'founded-at'), 'utf8'));
  return checkLedger({
    directory: join(directory, 'ledger'),
    genesis: {
      chain: CHAIN,
      founder: publicJwk(benchSigner('ES256', 'founder').publicKey),
      time,
      protocol: NEWEST_PROTOCOL,
    },
    logKeys: trust.logKeys,
    witnesses: trust.witnesses,
    hashesOnly,
    contracts: shippedContracts(),
  });
}
