import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkVault, NamedObjects } from '@minglu/api';
import { parseGenesis, REGIONS, shippedContracts } from '@minglu/city';
import { fsck } from '@minglu/node';
import { parseTrustFile } from '@minglu/protocol';
import { startTown } from '@minglu/town';
import type { Row } from '../report/row.ts';
import { type Campaign, type CampaignOptions, count, IN_ALL, randomOf, withGround, zero } from './campaign.ts';
import { MemoryDisk } from './disk/memory-disk.ts';

/** A few shops with two pages each, of the sizes that phones make, one of them the smallest there can be. */
const PHOTO_BYTES = [4, 20_000, 35_000, 12_345];

interface Vault {
  readonly named: NamedObjects;
  /** Relative to the vault's folder. */
  readonly objects: readonly (readonly [path: string, bytes: Buffer])[];
}

interface Tally {
  tried: number;
  found: number;
  readonly silent: string[];
  readonly unnamed: string[];
}

/** Every byte of the vault of a small city changed, one at a time; each object gone, cut and put in another's place. */
export const vault: Campaign = (options) =>
  withGround(1, async ({ directory }) => {
    const city = await makeVault(join(directory, 'town'));
    const sound = await check(city, city.objects);
    const bytes = city.objects.reduce((sum, [, { length }]) => sum + length, 0);
    const [flipped, moved] = [noTally(), noTally()];
    await flipBytes(city, options, flipped);
    if (options.slice === 0) await moveObjects(city, moved);
    return [
      count('vault: objects that cases name', city.objects.length, IN_ALL),
      count('vault: bytes of them', bytes, IN_ALL),
      zero('vault: what is said of it undamaged', sound.length),
      count('vault: bytes flipped, one at a time', flipped.tried),
      ...rowsOf('vault: flips', flipped),
      ...(options.slice === 0 ? rowsOf('vault: objects gone, cut, longer or exchanged', moved) : []),
    ];
  });

const noTally = (): Tally => ({ tried: 0, found: 0, silent: [], unnamed: [] });

/** A form with nothing in the way of granting it at once, in a district that the city has. */
function smallShop(tradeName: string) {
  const region = REGIONS.find(({ code }) => !code.endsWith('00'))?.code ?? '';
  return { service: 'individual-business', tradeName, scope: ['5243'], region, operator: '王秀英' };
}

async function makeVault(directory: string): Promise<Vault> {
  const town = await startTown({ directory, seed: 'vault' });
  const random = randomOf(7);
  const photo = (length: number) => Uint8Array.from({ length }, (_, at) => [0xff, 0xd8, 0xff][at] ?? random(256));
  for (const [at, length] of PHOTO_BYTES.entries()) {
    const photos = [photo(length), photo(length + 1)];
    await town.citizen('wang').applyFor({ ...smallShop(`材料${'一二三四'[at]}号书屋`), photos });
  }
  await town.close();
  const platform = join(directory, 'platform');
  const trust = await parseTrustFile(readFileSync(join(platform, 'trust.json'), 'utf8').trimEnd());
  const named = new NamedObjects();
  const report = await fsck({
    directory: join(platform, 'ledger'),
    genesis: parseGenesis(readFileSync(join(platform, 'genesis.json'), 'utf8')),
    logKeys: trust.logKeys,
    witnesses: trust.witnesses,
    contracts: shippedContracts(),
    onSidecar: named.take,
  });
  if (!report.ok) throw new Error(`the ledger of the small city is not whole: ${JSON.stringify(report.findings)}`);
  return { named, objects: filesUnder(join(platform, 'vault')) };
}

function filesUnder(root: string): (readonly [string, Buffer])[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(root, path)).isFile())
    .map((path) => [path, readFileSync(join(root, path))] as const);
}

async function check({ named }: Vault, objects: Vault['objects']) {
  const disk = new MemoryDisk(objects.map(([path, bytes]) => [join('/vault', path), bytes]));
  return (await checkVault('/vault', named, disk)).findings;
}

/** In place and back again; the whole vault is checked each time, as `minglu fsck` does it. */
async function flipBytes(city: Vault, { seed, slice, slices, share }: CampaignOptions, tally: Tally): Promise<void> {
  const step = Math.max(1, Math.round(1 / share));
  let serial = 0;
  for (const [path, bytes] of city.objects) {
    for (let at = 0; at < bytes.length; at += 1, serial += 1) {
      if (serial % slices !== slice || Math.floor(serial / slices) % step !== 0) continue;
      const mask = 1 << (Math.imul(serial + 1, 2_654_435_761 ^ seed) >>> 29);
      bytes[at] = (bytes[at] ?? 0) ^ mask;
      await judge(city, city.objects, { path, what: `${path} at ${at}` }, tally);
      bytes[at] = (bytes[at] ?? 0) ^ mask;
    }
  }
}

async function moveObjects(city: Vault, tally: Tally): Promise<void> {
  for (const [at, [path, bytes]] of city.objects.entries()) {
    const others = city.objects.filter(([other]) => other !== path);
    const [, foreign] = others[at % others.length] ?? ['', Buffer.alloc(0)];
    const changes: Record<string, Vault['objects']> = {
      gone: others,
      'cut short': [...others, [path, bytes.subarray(0, -1)]],
      longer: [...others, [path, Buffer.concat([bytes, Buffer.alloc(1)])]],
      'exchanged for another': [...others, [path, foreign]],
      empty: [...others, [path, Buffer.alloc(0)]],
    };
    for (const [name, objects] of Object.entries(changes))
      await judge(city, objects, { path, what: `${path} ${name}` }, tally);
  }
}

async function judge(
  city: Vault,
  objects: Vault['objects'],
  { path, what }: { readonly path: string; readonly what: string },
  tally: Tally,
): Promise<void> {
  const findings = await check(city, objects);
  tally.tried += 1;
  if (findings.length === 0) tally.silent.push(what);
  else if (findings.some(({ file, index }) => file === path && index !== undefined)) tally.found += 1;
  else tally.unnamed.push(what);
}

function rowsOf(name: string, { tried, found, silent, unnamed }: Tally): Row[] {
  return [
    count(`${name}: tried`, tried),
    count(`${name}: found, the object and the record named`, found),
    zero(`${name}: accepted silently`, silent.length, silent.slice(0, 5).join('; ')),
    zero(`${name}: found, but nothing named`, unnamed.length, unnamed.slice(0, 5).join('; ')),
  ];
}
