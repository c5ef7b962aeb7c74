import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preparedPortions } from '../load/prepared-portions.ts';
import { SubmissionFiles } from '../load/submission-files.ts';
import { streamSubmissions } from '../load/submission-stream.ts';
import { BenchProcess } from '../platform/bench-process.ts';

export interface Bench {
  readonly directory: string;
  readonly files: SubmissionFiles;
  /** Another one after a restart. */
  platform: BenchProcess;
}

/** A fresh platform in a folder of its own, and nothing left of either afterwards. */
export async function withBench<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'minglu-bench-'));
  const bench: Bench = {
    directory,
    files: new SubmissionFiles(directory),
    platform: await BenchProcess.start(directory),
  };
  try {
    return await work(bench);
  } finally {
    await bench.platform.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Puts fresh records on the ledger; answers their ids. `onPortion` hears how many there are of them so far. */
export async function fill(
  { files, platform }: Bench,
  records: number,
  onPortion: (done: number) => void = () => undefined,
): Promise<string[]> {
  const ids: string[] = [];
  for await (const { path, count } of preparedPortions(files, records)) {
    await platform.ask({ kind: 'submit', path, inFlight: 1000, streamed: count }, 'submitted');
    for (const { id } of streamSubmissions(path)) ids.push(id);
    rmSync(path);
    onPortion(ids.length);
  }
  return ids;
}
