import { type FsckReport, fsck } from '@minglu/node';
import { vkeyOf } from '@minglu/protocol';
import { MemoryDisk } from '../disk/memory-disk.ts';
import { victimOptions } from '../open-victim.ts';
import { type FlipLedger, nameIn } from './flip-ledger.ts';

export interface Flip {
  readonly path: string;
  readonly offset: number;
  /** The bits that change, never none. */
  readonly mask: number;
}

export interface FlipTally {
  tried: number;
  found: number;
  /** Accepted as if nothing had happened. */
  readonly silent: string[];
  /** Found, but neither record nor file was named. */
  readonly unnamed: string[];
  /** The checker itself broke. */
  readonly uncaught: string[];
}

export const noFlips = (): FlipTally => ({ tried: 0, found: 0, silent: [], unnamed: [], uncaught: [] });

/** Flips each in a copy of the ledger and asks `fsck --hashes`. */
export async function flipFiles(ledger: FlipLedger, flips: Iterable<Flip>, tally: FlipTally): Promise<void> {
  const check = await checkerOf(ledger);
  for (const flip of flips) {
    const what = `${nameIn(ledger, flip.path)} at ${flip.offset} ^ ${flip.mask}`;
    tally.tried += 1;
    try {
      const report = await check(flip);
      if (report.ok) tally.silent.push(what);
      else if (isNamed(report, nameIn(ledger, flip.path))) tally.found += 1;
      else tally.unnamed.push(`${what}: ${JSON.stringify(report.findings[0])}`);
    } catch (error) {
      tally.uncaught.push(`${what}: ${String(error)}`);
    }
  }
}

/** Checks the ledger with one byte changed, or as it is. */
export async function checkerOf({ home, root, files }: FlipLedger): Promise<(flip?: Flip) => Promise<FsckReport>> {
  const { genesis, contracts, signer } = await victimOptions(home);
  const logKeys = [vkeyOf(genesis.chain, 'log', signer.publicKey)];
  const options = { directory: root, genesis, contracts, logKeys, witnesses: [], hashesOnly: true };
  return (flip) => {
    // The journal holds the same records once more; `fsck` reads it by itself and it is none of the public files.
    const damaged = files
      .filter(([path]) => !path.includes('/journal/'))
      .map(([path, bytes]) => [path, path === flip?.path ? flipped(bytes, flip) : bytes] as const);
    return fsck({ ...options, fileSystem: new MemoryDisk(damaged) });
  };
}

function flipped(bytes: Buffer, { offset, mask }: Flip): Buffer {
  const copy = Buffer.from(bytes);
  copy[offset] = (copy[offset] ?? 0) ^ mask;
  return copy;
}

/** A finding names the file, or the record by its index. */
function isNamed({ findings }: FsckReport, name: string): boolean {
  return findings.some(({ file, index, facts }) => {
    const names = [file, String(facts?.entries ?? ''), String(facts?.file ?? '')].filter((one) => one.length > 0);
    return index !== undefined || names.some((one) => one.endsWith(name) || name.endsWith(one));
  });
}
