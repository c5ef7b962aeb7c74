import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Submission } from '../../load/submission.ts';
import { SubmissionFiles } from '../../load/submission-files.ts';
import { loadDisk } from '../disk/load-disk.ts';
import { ledgerOf, openVictim } from '../open-victim.ts';
import { STATE_FOLDER } from '../powercut/record-trace.ts';

/** A closed ledger, whole in memory, with what it answered while it was open. */
export interface FlipLedger {
  readonly home: string;
  readonly root: string;
  readonly files: readonly (readonly [path: string, bytes: Buffer])[];
  /** One receipt per record. */
  readonly receipts: readonly string[];
  readonly records: number;
}

const PREPARED = 2_000;

/** Submits until the log holds `records`, half of them one by one; `inFlight` for the rest. */
export async function makeFlipLedger(directory: string, records: number, inFlight: number): Promise<FlipLedger> {
  const home = join(directory, `ledger-${records}`);
  const files = new SubmissionFiles(directory);
  const node = await openVictim(home);
  while (node.status().size < records) {
    const missing = records - node.status().size;
    // One by one, a transaction and its block's entry make two records.
    const isSmall = inFlight === 1 || missing <= 2 * inFlight;
    const path = await files.write(isSmall ? Math.ceil(missing / 2) : Math.min(PREPARED, missing - 2 * inFlight));
    const submissions = readFileSync(path, 'utf8').trim().split('\n');
    for (let at = 0; at < submissions.length; at += isSmall ? 1 : inFlight) {
      const together = submissions
        .slice(at, at + (isSmall ? 1 : inFlight))
        .map((line) => JSON.parse(line) as Submission);
      await Promise.all(together.map(({ jws, sidecar }) => node.submit(jws, sidecar)));
    }
  }
  const { size } = node.status();
  const receipts: string[] = [];
  for (let index = 0; index < Math.min(size, 1_000); index += 1) receipts.push(await node.receipt(index));
  await node.close();
  const root = ledgerOf(home);
  return { home, root, files: loadDisk(root, [STATE_FOLDER, 'lock']), receipts, records: size };
}

export const nameIn = (ledger: FlipLedger, path: string): string => relative(ledger.root, path);
