import { execFile } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type * as City from '@minglu/city';
import type * as Sdk from '@minglu/sdk';
import { interfaceNames, packetsWithoutRoute } from './network-counters.ts';
import { StartedCity } from './started-city.ts';
import type { RegisterView, StoryReport } from './story-report.ts';

export interface StoryFolders {
  /** The archive, unpacked. */
  readonly unpacked: string;
  /** Another copy of it, without data. */
  readonly beside: string;
}

export interface StoryPower {
  clock(): number;
  randomBytes(length: number): Uint8Array;
  /** Tries to reach somebody who is not on this machine. */
  probe(): Promise<void>;
}

const URL = 'http://127.0.0.1:7460';
const APPLICATION = {
  service: 'individual-business',
  tradeName: '明州市东湖区清风书屋',
  scope: ['5243'],
  region: '990101',
  operator: '王秀英',
};
const PAGES = ['/', '/verify.html', '/trust.json', '/api/city'];

/** From the first start to an upgrade, as the guide tells it; everything of ours is loaded from the archive. */
export async function offlineStory({ unpacked, beside }: StoryFolders, power: StoryPower): Promise<StoryReport> {
  const sdk = (await load(unpacked, '@minglu/sdk')) as typeof Sdk;
  const client = new sdk.Client({ baseUrl: URL });
  const first = await StartedCity.start(unpacked, []);
  const filed = await apply(unpacked, client, power);
  const licence = filed.licence ?? '';
  const verified = await verifyAll(unpacked, client, filed);
  const rested = await restingRegister(client, licence);
  const registers = [rested];
  const pages = Object.fromEntries(
    await Promise.all(PAGES.map(async (page) => [page, (await fetch(`${URL}${page}`)).status])),
  );
  const exitCodes = [await first.stop()];

  const second = await StartedCity.start(unpacked, []);
  registers.push(await restingRegister(client, licence, rested.licences));
  exitCodes.push(await second.stop());

  renameSync(join(unpacked, 'data'), join(beside, 'data'));
  const moved = await StartedCity.start(beside, ['start']);
  registers.push(await restingRegister(client, licence, rested.licences));
  exitCodes.push(await moved.stop());

  const fsck = await minglu(beside, ['fsck', 'data']);
  const empty = await StartedCity.start(beside, ['--empty']);
  const { demo, departments } = await client.get('/api/city', {});
  exitCodes.push(await empty.stop());

  const check = await minglu(unpacked, ['check']);
  const story = packetsWithoutRoute();
  await power.probe();
  return {
    interfaces: interfaceNames(),
    strayPackets: { story, afterProbe: packetsWithoutRoute() },
    startMs: { first: first.startMs, second: second.startMs, moved: moved.startMs, empty: empty.startMs },
    firstSaid: first.said,
    exitCodes,
    licence,
    registers,
    verified,
    pages,
    emptyIsBare: !demo && departments.length === 0,
    fsck,
    check,
  };
}

async function load(unpacked: string, name: string): Promise<unknown> {
  return await import(pathToFileURL(join(unpacked, 'node_modules', name, 'index.js')).href);
}

async function apply(
  unpacked: string,
  client: Sdk.Client,
  { clock, randomBytes }: StoryPower,
): Promise<City.FiledCase> {
  const { Citizen } = (await load(unpacked, '@minglu/city')) as typeof City;
  const { DepartmentClient } = (await load(unpacked, '@minglu/sdk')) as typeof Sdk;
  const { chain, departments } = await client.get('/api/city', {});
  const doors = Object.fromEntries(departments.map(({ id, endpoint }) => [id, new DepartmentClient(endpoint)]));
  const citizen = new Citizen({ chain, client, departments: doors, clock, randomBytes }, 'wang');
  return await citizen.applyFor(APPLICATION);
}

/** The licence's proof, once witnesses have signed; the receipt; and the proof with another name written into it. */
async function verifyAll(
  unpacked: string,
  client: Sdk.Client,
  filed: City.FiledCase,
): Promise<StoryReport['verified']> {
  const number = filed.licence ?? '';
  const verify = async (name: string, text: string) => {
    writeFileSync(join(unpacked, 'data', name), text);
    return await minglu(unpacked, ['verify', join('data', name), '--json']);
  };
  const fetched = async () => await client.getText('/api/licences/{number}/proof', { number });
  let proof = await fetched();
  for (let tries = 0; tries < 100; tries += 1) {
    const { answer } = await verify('proof.json', proof);
    if (answer.includes('"policyMet":true')) break;
    await pause(100);
    proof = await fetched();
  }
  return {
    proof: await verify('proof.json', proof),
    receipt: await verify('receipt.txt', filed.submitted.receipt),
    forged: await verify('forged.json', proof.replace('清风书屋', '狂风书屋')),
  };
}

/**
 * What falls due is done after a start, whenever the machine comes to it, and the lists follow: looks until two looks are
 * the same. With `asked`, those of that list which are still there, and not whichever have come before them meanwhile.
 */
async function restingRegister(client: Sdk.Client, number: string, asked?: readonly string[]): Promise<RegisterView> {
  let seen = await register(client, number, asked);
  for (let tries = 0; tries < 30; tries += 1) {
    await pause(1_000);
    const next = await register(client, number, asked);
    const isSame = next.licences.join() === seen.licences.join() && next.record === seen.record;
    if (isSame) return next;
    seen = next;
  }
  return seen;
}

/** The read model follows the log, in its order: asks until it knows the story's own licence, the newest. */
async function register(client: Sdk.Client, number: string, asked?: readonly string[]): Promise<RegisterView> {
  for (let tries = 0; ; tries += 1) {
    const found = await client.get('/api/licences/{number}', { number }).catch((error: unknown) => {
      if (tries >= 100) throw error;
      return undefined;
    });
    if (found !== undefined) {
      const { size } = await client.get('/api/city', {});
      const licences = asked === undefined ? await firstPage(client) : await stillThere(client, asked);
      // Not the height it was read at: the anchor of a trail moves that.
      return { size, licences, record: JSON.stringify(found.licence) };
    }
    await pause(100);
  }
}

async function firstPage(client: Sdk.Client): Promise<string[]> {
  const { licences } = await client.get('/api/licences', {});
  return licences.map((one) => one.number).toSorted();
}

async function stillThere(client: Sdk.Client, asked: readonly string[]): Promise<string[]> {
  const there: string[] = [];
  for (const number of asked) {
    const found = await client.get('/api/licences/{number}', { number }).catch(() => undefined);
    if (found !== undefined) there.push(number);
  }
  return there;
}

function minglu(folder: string, args: readonly string[]): Promise<{ code: number; answer: string }> {
  return new Promise((resolve) => {
    execFile('./minglu', args, { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), answer: `${stdout}${stderr}` });
    });
  });
}
