import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Submission } from '../../load/submission.ts';
import { SubmissionFiles } from '../../load/submission-files.ts';
import type { CampaignOptions } from '../campaign.ts';
import { loadDisk } from '../disk/load-disk.ts';
import { ledgerOf, openVictim } from '../open-victim.ts';
import { STATE_FOLDER } from '../powercut/record-trace.ts';
import { sharedGround } from '../shared-ground.ts';

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

const homeIn = (directory: string, records: number): string => join(directory, `ledger-${records}`);
const RECEIPTS_FILE = 'receipts.json';

/** One ledger for all slices of a run; each works on a copy. */
export async function sharedFlipLedger(
  directory: string,
  records: number,
  run: Pick<CampaignOptions, 'seed' | 'slices'>,
): Promise<FlipLedger> {
  const kept = await sharedGround(`flips-${records}`, run, directory, async (folder) => {
    const { receipts } = await makeFlipLedger(folder, records, 1);
    writeFileSync(join(folder, RECEIPTS_FILE), JSON.stringify(receipts));
  });
  const home = homeIn(directory, records);
  cpSync(homeIn(kept, records), home, { recursive: true, preserveTimestamps: true });
  const receipts = JSON.parse(readFileSync(join(kept, RECEIPTS_FILE), 'utf8')) as string[];
  return closedLedger(home, receipts, receipts.length);
}

/** Submits until the log holds `records`, half of them one by one; `inFlight` for the rest. */
export async function makeFlipLedger(directory: string, records: number, inFlight: number): Promise<FlipLedger> {
  const home = homeIn(directory, records);
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
  return closedLedger(home, receipts, size);
}

function closedLedger(home: string, receipts: readonly string[], records: number): FlipLedger {
  const root = ledgerOf(home);
  return { home, root, files: loadDisk(root, [STATE_FOLDER, 'lock']), receipts, records };
}

/** Says which ledger it was: slices of two different ones are no whole. */
export function fingerprintOf({ root, files, receipts }: FlipLedger): string {
  const hash = createHash('sha256');
  for (const [path, bytes] of files) hash.update(`${relative(root, path)} ${bytes.length}\n`).update(bytes);
  return hash.update(receipts.join('')).digest('hex').slice(0, 32);
}

export const nameIn = (ledger: FlipLedger, path: string): string => relative(ledger.root, path);
