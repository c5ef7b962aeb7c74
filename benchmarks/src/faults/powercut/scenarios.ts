import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeLimits } from '@minglu/node';
import type { Submission } from '../../load/submission.ts';
import { openVictim } from '../open-victim.ts';
import { readSubmissions } from '../read-submissions.ts';
import type { DiskTrace } from './disk-trace.ts';
import { recordTrace } from './record-trace.ts';

/** So many fill the log up to just before its first full bundle. */
const BEFORE_BUNDLE = 115;
const COMMITS = 16;
export const SCENARIO_SUBMISSIONS = BEFORE_BUNDLE + COMMITS;
/** A segment of the journal for the traces that trim it: some four blocks of one case. */
const SMALL_SEGMENT_BYTES = 16_384;

/** The traces by name; each scenario's ledger lies in a folder of that name. */
export async function recordScenarios(directory: string, path: string): Promise<Map<string, DiskTrace>> {
  const submissions = readSubmissions(path);
  const fresh = submissions.slice(BEFORE_BUNDLE);
  const traces = new Map<string, DiskTrace>();
  const record = async (
    name: string,
    count: number,
    oneByOne: number,
    changed: Partial<NodeLimits> = {},
  ): Promise<void> => {
    const limits = { flushTransactions: 4, ...changed };
    traces.set(
      name,
      await recordTrace({ home: join(directory, name), submissions: fresh.slice(0, count), oneByOne, limits }),
    );
  };
  mkdirSync(join(directory, 'founding'));
  await record('founding', 2, 1);
  await fill(join(directory, 'commits'), submissions.slice(0, BEFORE_BUNDLE), 1);
  await record('commits', COMMITS, 4);
  mkdirSync(join(directory, 'trim'));
  await record('trim', COMMITS, COMMITS - 1, { flushTransactions: 5, journalSegmentBytes: SMALL_SEGMENT_BYTES });
  await fill(join(directory, 'drop'), submissions.slice(0, 3), 1);
  await record('drop', 8, 6, { flushTransactions: 2, journalSpentBytes: 1 });
  return traces;
}

async function fill(home: string, submissions: readonly Submission[], inFlight: number): Promise<void> {
  const node = await openVictim(home);
  for (let at = 0; at < submissions.length; at += inFlight) {
    const together = submissions.slice(at, at + inFlight);
    await Promise.all(together.map(({ jws, sidecar }) => node.submit(jws, sidecar)));
  }
  await node.close();
}
