import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { licenceKey, parseEntry, parseTlogProof, parseTransaction } from '@minglu/protocol';
import { figure, type Row } from '../report/row.ts';
import { type Campaign, type CampaignOptions, count, IN_ALL, randomOf, withGround, zero } from './campaign.ts';
import { bareTrust } from './check-promises.ts';
import { checkerOf, type Flip } from './flips/flip-checker.ts';
import { type DerivedFlip, type DerivedTally, flipDerived, noDerived, type Questions } from './flips/flip-derived.ts';
import { type FlipTally, flipFiles, noFlips } from './flips/flip-files.ts';
import { type FlipLedger, fingerprintOf, makeFlipLedger, nameIn, sharedFlipLedger } from './flips/flip-ledger.ts';
import { flipReceipts } from './flips/flip-receipts.ts';
import { openVictimPlatform, readModelOf } from './open-victim-platform.ts';

const RECORDS = 300;
const LARGE_RECORDS = 100_000;
const LARGE_FLIPS = 50;
const DERIVED_FLIPS = 200;
/** Bundles, tiles (the partial ones lie in the tail), sidecars and checkpoints. */
const PUBLIC = /^(log\/|checkpoints\.jsonl$)/;

/**
 * Every byte of a 300-record ledger's bundles, tiles, tail, sidecars, checkpoints and receipts changed, one at a time;
 * some of a large one's; and bytes of the stores that are derived from it.
 */
export const flips: Campaign = (options) =>
  withGround(1, async ({ directory }) => {
    const ledger = await sharedFlipLedger(directory, RECORDS, options);
    const fingerprint = fingerprintOf(ledger);
    const sound = await (await checkerOf(ledger)).whole();
    const [inFiles, inReceipts, inLarge, inDerived] = [noFlips(), noFlips(), noFlips(), noDerived()];
    const chooseMask = maskOf(options);
    const { all, flips: mine } = flipsOf(ledger, chooseMask);
    await flipFiles(ledger, mine, inFiles);
    await flipReceipts(ledger.receipts, bareTrust, (serial) => chooseMask(all + serial), inReceipts);
    const bytes = all + ledger.receipts.reduce((sum, receipt) => sum + receipt.length, 0);
    await damageDerived(ledger, options, inDerived);
    const large = options.slice === 0 ? await damageLarge(directory, options, inLarge) : 0;
    return [
      count('flips: records of the ledger', ledger.records, IN_ALL),
      figure('flips: the ledger (SHA-256 over it)', fingerprint, IN_ALL),
      zero('flips: what fsck says of it undamaged', sound.count),
      count('flips: bytes of bundles, tiles, sidecars, checkpoints and receipts', bytes, IN_ALL),
      count('flips: bytes flipped, one at a time', inFiles.tried + inReceipts.tried),
      ...flipRows('flips in files', inFiles),
      ...checkedAgain('flips in files', inFiles),
      ...flipRows('flips in receipts', inReceipts),
      ...(large === 0
        ? []
        : [count('flips: records of the large ledger', large), ...flipRows('flips in a large ledger', inLarge)]),
      ...derivedRows(inDerived),
    ];
  });

/** A byte of this slice gets one seeded bit to change, a byte of another none. */
function maskOf({ seed, slice, slices, share }: CampaignOptions): (serial: number) => number | undefined {
  const step = Math.max(1, Math.round(1 / share));
  return (serial) => {
    if (serial % slices !== slice || Math.floor(serial / slices) % step !== 0) return undefined;
    return 1 << (Math.imul(serial + 1, 2_654_435_761 ^ seed) >>> 29);
  };
}

function flipsOf(ledger: FlipLedger, chooseMask: (serial: number) => number | undefined) {
  const flips: Flip[] = [];
  let all = 0;
  for (const [path, bytes] of ledger.files.filter(([path]) => PUBLIC.test(nameIn(ledger, path)))) {
    for (let offset = 0; offset < bytes.length; offset += 1, all += 1) {
      const mask = chooseMask(all);
      if (mask !== undefined) flips.push({ path, offset, mask });
    }
  }
  return { all, flips };
}

async function damageLarge(directory: string, { seed, share }: CampaignOptions, tally: FlipTally): Promise<number> {
  const ledger = await makeFlipLedger(directory, Math.round(LARGE_RECORDS * share), 500);
  const random = randomOf(seed);
  const files = ledger.files.filter(([path]) => PUBLIC.test(nameIn(ledger, path)));
  const flips = Array.from({ length: Math.max(1, Math.round(LARGE_FLIPS * share)) }, () => pickByte(files, random));
  await flipFiles(ledger, flips, tally, true);
  return ledger.records;
}

/** Every byte is as likely as any other. */
function pickByte(files: FlipLedger['files'], random: (below: number) => number): Flip {
  let offset = random(files.reduce((sum, [, { length }]) => sum + length, 0));
  for (const [path, { length }] of files) {
    if (offset < length) return { path, offset, mask: 1 << random(8) };
    offset -= length;
  }
  throw new RangeError('a byte beyond the last file');
}

/** Bytes of the state and of the read model; what they answer must stay what it was. */
async function damageDerived(ledger: FlipLedger, options: CampaignOptions, tally: DerivedTally): Promise<void> {
  const { home } = ledger;
  await (await openVictimPlatform(home)).close();
  const files = [...filesIn(home, 'ledger/state'), ...filesIn(home, readModelOf(home).slice(home.length + 1))];
  const random = randomOf(options.seed * 1_000 + options.slice);
  const count = Math.max(files.length, Math.round((DERIVED_FLIPS * options.share) / options.slices));
  const flips: DerivedFlip[] = Array.from({ length: count }, (_, at) => {
    const file = files[at % files.length] ?? '';
    const { size } = statSync(join(home, file));
    return { file, offset: random(size), mask: 1 << random(8), keepsTimes: random(2) === 0 };
  });
  await flipDerived(home, questionsOf(ledger), flips, tally);
}

function filesIn(home: string, folder: string): string[] {
  if (!existsSync(join(home, folder))) return [];
  return readdirSync(join(home, folder))
    .map((name) => join(folder, name))
    .filter((file) => statSync(join(home, file)).size > 0);
}

function questionsOf({ receipts }: FlipLedger): Questions {
  const entries = receipts.map((text) => parseEntry(parseTlogProof(text).extra ?? new Uint8Array()));
  const transactions = entries.flatMap((entry) => (entry.type === 'transaction' ? [entry] : []));
  const ids = transactions.map(({ jws }) => parseTransaction(jws).id);
  const numbers = transactions.flatMap(({ outcome }) =>
    'events' in outcome
      ? outcome.events.flatMap(([name, { number }]) => (name === 'licence.issued' ? [String(number)] : []))
      : [],
  );
  const routes = ['/api/counts', '/api/licences?q=%E5%B0%8F%E5%90%83', '/api/organisations', '/api/services'];
  return {
    keys: [...numbers.map(licenceKey), ...ids.map((id) => `case/${id}`), 'protocol', 'licence/none'],
    ids,
    routes: [...routes, ...numbers.slice(0, 20).map((number) => `/api/licences/${number}`)],
  };
}

/** `fsck` runs on a disk that ends early (see `ShortDisk`); how far its word then is that of the whole check, is counted. */
function checkedAgain(name: string, { again, otherwise }: FlipTally): Row[] {
  return [
    count(`${name}: found before the end of the ledger, and checked on the whole of it again`, again),
    zero(`${name}: of these, found otherwise`, otherwise.length, otherwise.slice(0, 5).join('; ')),
  ];
}

function flipRows(name: string, { tried, found, silent, unnamed, uncaught }: FlipTally): Row[] {
  return [
    count(`${name}: tried`, tried),
    count(`${name}: found`, found),
    zero(`${name}: accepted silently`, silent.length, silent.slice(0, 5).join('; ')),
    zero(`${name}: found, but nothing named`, unnamed.length, unnamed.slice(0, 5).join('; ')),
    zero(`${name}: the checker broke`, uncaught.length, uncaught.slice(0, 5).join('; ')),
  ];
}

function derivedRows({ tried, same, mended, changed, notMended }: DerivedTally): Row[] {
  return [
    count('flips in derived stores', tried),
    count('flips in derived stores: answered as before at once', same),
    count('flips in derived stores: stopped, and answered as before after a restart', mended),
    zero('flips in derived stores: answers that changed unseen', changed.length, changed.slice(0, 5).join('; ')),
    zero('flips in derived stores: not mended by restarts', notMended.length, notMended.slice(0, 5).join('; ')),
  ];
}
