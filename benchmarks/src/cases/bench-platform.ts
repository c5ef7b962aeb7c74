import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SubmissionFiles } from '../load/submission-files.ts';
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

/** Puts fresh records on the ledger, in portions a file can hold. */
export async function fill({ files, platform }: Bench, records: number): Promise<string[]> {
  const PORTION = 20_000;
  const paths: string[] = [];
  for (let done = 0; done < records; done += PORTION) {
    const path = await files.write(Math.min(PORTION, records - done));
    await platform.ask({ kind: 'submit', path, inFlight: 1000 }, 'submitted');
    paths.push(path);
  }
  return paths;
}
