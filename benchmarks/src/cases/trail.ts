import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditEntry, type OpenAuditStream, openAuditStream } from '@minglu/audit';
import { quantile } from '../report/quantile.ts';
import { figure, type Row } from '../report/row.ts';

const ALONE = 2_000;
const TOGETHER = 100_000;
const IN_FLIGHT = 1_000;
const READS = 200;

/** What a line of the trail costs: one that is waited for alone, many at once, a question to a stream, and its start. */
export async function trail(): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'minglu-trail-'));
  try {
    const stream = await openAuditStream({ directory, stream: 'api' });
    const alone = await appendAlone(stream);
    const together = await appendTogether(stream);
    const read = await readOne(stream);
    await stream.close();
    const begun = performance.now();
    const again = await openAuditStream({ directory, stream: 'api' });
    const startMs = performance.now() - begun;
    await again.close();
    return [
      figure('a line alone, durable, p50', quantile(alone, 0.5), 'ms'),
      figure('a line alone, durable, p99', quantile(alone, 0.99), 'ms'),
      figure('lines durable, 1,000 in flight', together, '/s'),
      figure(`newest 50 lines of a case among ${ALONE + TOGETHER}, p50`, quantile(read, 0.5), 'ms'),
      figure(`start with ${ALONE + TOGETHER} lines, each checked`, startMs, 'ms'),
    ];
  } finally {
    await rm(directory, { recursive: true });
  }
}

const caseOf = (at: number): string => String(at % 20_000).padStart(22, 'c');

const entry = (at: number): AuditEntry => ({
  ...{ at, kind: 'read', actor: { kid: String(at % 300).padStart(43, 'k'), org: 'east-market' }, action: 'cases.read' },
  ...{ object: `case/${caseOf(at)}`, case: caseOf(at), organ: 'east-market', result: 'allowed', via: 'api' },
});

async function appendAlone(stream: OpenAuditStream): Promise<number[]> {
  const taken: number[] = [];
  for (let at = 0; at < ALONE; at += 1) {
    const begun = performance.now();
    await stream.append(entry(at));
    taken.push(performance.now() - begun);
  }
  return taken;
}

async function appendTogether(stream: OpenAuditStream): Promise<number> {
  const begun = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < TOGETHER) {
      next += 1;
      await stream.append(entry(next));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return TOGETHER / ((performance.now() - begun) / 1_000);
}

async function readOne(stream: OpenAuditStream): Promise<number[]> {
  const taken: number[] = [];
  for (let at = 0; at < READS; at += 1) {
    const begun = performance.now();
    await stream.read({ case: caseOf(at * 97), before: Number.POSITIVE_INFINITY, limit: 50 });
    taken.push(performance.now() - begun);
  }
  return taken;
}
