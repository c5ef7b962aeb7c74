import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SubmissionFiles } from '../load/submission-files.ts';
import type { Row } from '../report/row.ts';
import { CAMPAIGNS } from './campaigns.ts';
import { checkerOf } from './flips/flip-checker.ts';
import { flipFiles, isBeginning, noFlips } from './flips/flip-files.ts';
import { type FlipLedger, makeFlipLedger } from './flips/flip-ledger.ts';
import { nothingKept } from './powercut/cut-fate.ts';
import type { DiskTrace } from './powercut/disk-trace.ts';
import { openCut } from './powercut/open-cut.ts';
import { recordTrace } from './powercut/record-trace.ts';
import { readSubmissions } from './read-submissions.ts';

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'minglu-campaigns-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const missed = (rows: readonly Row[]): Row[] => rows.filter(({ holds }) => holds === false);
const numberIn = (rows: readonly Row[], name: string): number =>
  Number(rows.find((row) => row.name === name)?.value ?? Number.NaN);

/** What each shortened run must have done at least, so that a campaign that does nothing does not pass. */
const SMALL: readonly (readonly [name: string, share: number, done: string, atLeast: number])[] = [
  ['crashes', 0.05, 'crash points: processes that died there', 1],
  ['kills', 0.002, 'random kills under load', 2],
  ['files', 0.02, 'file calls: injections that really happened', 1],
  ['powercut', 0.005, 'power cuts: disks opened', 4],
  ['flips', 0.0006, 'flips in files: found', 80],
  ['vault', 0.002, 'vault: bytes flipped, one at a time', 40],
  ['vault-cuts', 0.1, 'vault cuts: disks opened', 30],
  ['forgeries', 0.005, 'forgeries: mutants tried', 500],
  ['requests', 0.003, 'requests sent', 300],
];

describe('every campaign in small', () => {
  it.each(SMALL)(
    '%s: misses no bar, and has done something',
    async (name, share, done, atLeast) => {
      const rows = (await CAMPAIGNS[name]?.({ seed: 1, slice: 0, slices: 1, share })) ?? [];
      expect(missed(rows)).toEqual([]);
      const isSkipped = rows.some(({ value }) => value === 'skipped');
      if (!isSkipped) expect(numberIn(rows, done)).toBeGreaterThanOrEqual(atLeast);
    },
    120_000,
  );
});

describe('power cuts', () => {
  let trace: DiskTrace;
  let path = '';
  const cutAtEnd = (changed: DiskTrace) => {
    const at = changed.events.findLastIndex(({ kind }) => kind === 'receipt') + 1;
    const ground = { recorded: join(directory, 'traced'), home: join(directory, 'cut'), path };
    return openCut(changed, { at, fate: nothingKept, state: undefined }, ground);
  };

  beforeAll(async () => {
    path = await new SubmissionFiles(directory).write(3);
    const home = join(directory, 'traced');
    trace = await recordTrace({
      home,
      submissions: readSubmissions(path),
      oneByOne: 3,
      limits: { flushTransactions: 100 },
    });
  });

  it('a node that syncs before it answers keeps its promises', async () => {
    expect(await cutAtEnd(trace)).toMatchObject({ damage: { lost: 0, silent: 0 }, promises: 3 });
  });

  it('what a young ledger has trimmed from its journal is in its log for certain, folders and all', async () => {
    const home = join(directory, 'young');
    const limits = { flushTransactions: 1, journalSegmentBytes: 1 };
    const young = await recordTrace({ home, submissions: readSubmissions(path), oneByOne: 3, limits });
    const trimmed = young.events.findIndex((event) => event.kind === 'unlinked' && event.path.endsWith('.journal'));
    const forCertain = young.events.findIndex(({ kind }, at) => at > trimmed && kind === 'directorySynced');
    expect(forCertain).toBeGreaterThan(0);
    const ground = { recorded: home, home: join(directory, 'young-cut'), path };
    const end = await openCut(young, { at: forCertain + 1, fate: nothingKept, state: undefined }, ground);
    expect(end).toMatchObject({ damage: { lost: 0, silent: 0 } });
  });

  it('a node that answers without having synced is found out', async () => {
    const isJournal = new Set(trace.events.flatMap((event) => (isJournalFile(event) ? [event.file] : [])));
    const events = trace.events.filter((event) => event.kind !== 'synced' || !isJournal.has(event.file));
    const { damage } = await cutAtEnd({ ...trace, events });
    expect(damage === undefined || damage.lost + damage.silent > 0).toBe(true);
  });

  it('a node that does not sync the names of its files is found out', async () => {
    const events = trace.events.filter(({ kind }) => kind !== 'directorySynced');
    const { damage } = await cutAtEnd({ ...trace, events });
    expect(damage === undefined || damage.lost + damage.silent > 0).toBe(true);
  });
});

type Created = Extract<DiskTrace['events'][number], { kind: 'created' }>;
function isJournalFile(event: DiskTrace['events'][number]): event is Created {
  return event.kind === 'created' && event.path.endsWith('.journal');
}

const SAMPLES = 12;

describe('flips', () => {
  let ledger: FlipLedger;
  beforeAll(async () => {
    ledger = await makeFlipLedger(directory, 270, 1);
  });

  it('a ledger that nobody touched is sound', async () => {
    expect(await (await checkerOf(ledger)).whole()).toMatchObject({ ok: true, records: ledger.records });
  });

  it('a flip that fsck does not see is counted as accepted silently', async () => {
    const tally = noFlips();
    // Between the two slots of the signed head lies nothing: a byte there is nobody's.
    const flip = { path: join(ledger.root, 'signed-head'), offset: 1_000, mask: 1 };
    await flipFiles(ledger, [flip], tally);
    expect(tally).toMatchObject({ tried: 1, found: 0, silent: ['signed-head at 1000 ^ 1'] });
  });

  it('what fsck finds on a disk that ends early, the whole check begins with; what it does not, the whole check decides', async () => {
    const checker = await checkerOf(ledger);
    const files = ledger.files.filter(([path]) => !path.includes('/journal/'));
    let [early, late] = [0, 0];
    for (const [path, { length }] of files) {
      for (let at = 0; at < SAMPLES; at += 1) {
        const flip = { path, offset: Math.floor((length * (at + 0.5)) / SAMPLES), mask: 1 << (at % 8) };
        const found = await checker.short(flip);
        const { ok, findings } = await checker.whole(flip);
        if (found.length > 0) expect(ok).toBe(false);
        expect(isBeginning(found, findings)).toBe(true);
        if (!ok && found.length === 0) late += 1;
        else early += found.length > 0 ? 1 : 0;
      }
    }
    // Else the campaign would be right, and slow.
    expect(early).toBeGreaterThan(late * 10);
  });
});
