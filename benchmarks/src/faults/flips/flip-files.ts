import type { Finding, FsckReport } from '@minglu/node';
import { entriesPath, TILE_WIDTH } from '@minglu/protocol';
import { checkerOf, type Flip, type FlipChecker } from './flip-checker.ts';
import { type FlipLedger, nameIn } from './flip-ledger.ts';

export interface FlipTally {
  tried: number;
  found: number;
  /** Accepted as if nothing had happened. */
  readonly silent: string[];
  /** Found, but neither record nor file was named. */
  readonly unnamed: string[];
  /** The checker itself broke. */
  readonly uncaught: string[];
  /** Of those found on a disk that ended early, so many were checked on the whole ledger too. */
  again: number;
  /** Where the whole check did not begin with the same findings. */
  readonly otherwise: string[];
}

export const noFlips = (): FlipTally => ({
  tried: 0,
  found: 0,
  silent: [],
  unnamed: [],
  uncaught: [],
  again: 0,
  otherwise: [],
});

/** Of the flips that a cut short check finds, one in so many is held against the whole check. */
const AGAIN = 1_000;

/**
 * Flips each in place and asks `fsck --hashes`: first on a disk that ends behind the flipped file, and on the whole one
 * whatever was not found and named on that. With few flips of many files, `isWhole` asks on the whole one at once.
 */
export async function flipFiles(
  ledger: FlipLedger,
  flips: Iterable<Flip>,
  tally: FlipTally,
  isWhole = false,
): Promise<void> {
  const checker = await checkerOf(ledger);
  for (const flip of flips) {
    const name = nameIn(ledger, flip.path);
    const what = `${name} at ${flip.offset} ^ ${flip.mask}`;
    tally.tried += 1;
    try {
      const found = isWhole ? [] : await checker.short(flip);
      if (isNamed(found, name)) await countFound(checker, flip, found, { tally, what });
      else countWhole(await checker.whole(flip), name, { tally, what });
    } catch (error) {
      tally.uncaught.push(`${what}: ${String(error)}`);
    }
  }
}

interface Counted {
  readonly tally: FlipTally;
  readonly what: string;
}

function countWhole({ ok, findings }: FsckReport, name: string, { tally, what }: Counted): void {
  if (ok) tally.silent.push(what);
  else if (isNamed(findings, name)) tally.found += 1;
  else tally.unnamed.push(`${what}: ${JSON.stringify(findings[0])}`);
}

async function countFound(
  checker: FlipChecker,
  flip: Flip,
  found: readonly Finding[],
  { tally, what }: Counted,
): Promise<void> {
  tally.found += 1;
  if (tally.found % AGAIN !== 1) return;
  tally.again += 1;
  const { findings } = await checker.whole(flip);
  if (!isBeginning(found, findings)) tally.otherwise.push(`${what}: ${JSON.stringify(findings[0])}`);
}

export function isBeginning(found: readonly Finding[], findings: readonly Finding[]): boolean {
  return JSON.stringify(findings.slice(0, found.length)) === JSON.stringify(found);
}

/** A finding names the file, or a record of the bundle that the file belongs to. */
function isNamed(findings: readonly Finding[], name: string): boolean {
  return findings.some(({ file, index, facts }) => {
    const names = [file, String(facts?.entries ?? ''), String(facts?.file ?? '')].filter((one) => one.length > 0);
    if (names.some((one) => one.endsWith(name) || name.endsWith(one))) return true;
    return index !== undefined && name.includes(bundleOf(index));
  });
}

/** As it stands in the names of a bundle's files: `/000`. */
function bundleOf(index: number): string {
  return entriesPath(Math.floor(index / TILE_WIDTH)).replace('tile/entries', '');
}
