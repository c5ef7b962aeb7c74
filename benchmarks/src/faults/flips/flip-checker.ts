import { type FsckReport, fsck } from '@minglu/node';
import { vkeyOf } from '@minglu/protocol';
import { MemoryDisk } from '../disk/memory-disk.ts';
import { victimOptions } from '../open-victim.ts';
import type { FlipLedger } from './flip-ledger.ts';
import { END, ShortDisk } from './short-disk.ts';

export interface Flip {
  readonly path: string;
  readonly offset: number;
  /** The bits that change, never none. */
  readonly mask: number;
}

type Findings = FsckReport['findings'];

export interface FlipChecker {
  /** `fsck --hashes` over the whole ledger with one byte changed, or as it is. */
  whole(flip?: Flip): Promise<FsckReport>;
  /**
   * What the same check says until the disk ends behind the flipped file; none when it might not have found it. Whatever
   * stands here stands at the head of the whole check's findings too.
   */
  short(flip: Flip): Promise<Findings>;
}

/** Two other files are what a bundle of entries is judged beside and by: its sidecars and its tile. */
const REACHES = [0, 2] as const;

export async function checkerOf({ home, root, files }: FlipLedger): Promise<FlipChecker> {
  const { genesis, contracts, signer } = await victimOptions(home);
  const logKeys = [vkeyOf(genesis.chain, 'log', signer.publicKey)];
  const options = { directory: root, genesis, contracts, logKeys, witnesses: [], hashesOnly: true };
  // The journal holds the same records once more; `fsck` reads it by itself and it is none of the public files.
  const read = files.filter(([path]) => !path.includes('/journal/'));
  const bytesOf = new Map(read);
  const runs = REACHES.map((reach) => shortRun(options, read, reach));
  /** Bytes of one file are found in the same way, most of them: which run to begin with. */
  const best = new Map<string, number>();
  return {
    whole: (flip) => withFlip(bytesOf, flip, async () => await fsck({ ...options, fileSystem: new MemoryDisk(read) })),
    short: async (flip) => {
      for (let at = best.get(flip.path) ?? 0; at < runs.length; at += 1) {
        best.set(flip.path, at);
        const found = (await runs[at]?.(flip, (work) => withFlip(bytesOf, flip, work))) ?? [];
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}

type Flipped = (work: () => Promise<Findings>) => Promise<Findings>;

/** The check on a disk of this reach, with what it says of an untouched ledger there taken off. */
function shortRun(
  options: Omit<Parameters<typeof fsck>[0], 'fileSystem'>,
  files: FlipLedger['files'],
  reach: number,
): (flip: Flip, flipped: Flipped) => Promise<Findings> {
  const run = async (path: string): Promise<Findings> =>
    (await fsck({ ...options, fileSystem: new ShortDisk(files, path, reach) })).findings;
  const ofSound = new Map<string, string>();
  return async ({ path }, flipped) => {
    const sound = ofSound.get(path) ?? JSON.stringify((await run(path))[0]);
    ofSound.set(path, sound);
    const findings = await flipped(() => run(path));
    const end = findings.findIndex(({ facts }) => facts === END);
    const found = end < 0 ? findings : findings.slice(0, end);
    // A check that begins with the words it has for an untouched ledger has seen the disk end, nothing else.
    return JSON.stringify(found[0]) === sound ? [] : found;
  };
}

/** In place, for as long as the work takes: a copy of each file for each of its bytes would cost more than the check. */
async function withFlip<T>(
  files: ReadonlyMap<string, Buffer>,
  flip: Flip | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const bytes = flip === undefined ? undefined : files.get(flip.path);
  if (flip === undefined || bytes === undefined) return await work();
  const { offset, mask } = flip;
  bytes[offset] = (bytes[offset] ?? 0) ^ mask;
  try {
    return await work();
  } finally {
    bytes[offset] = (bytes[offset] ?? 0) ^ mask;
  }
}
