import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  ATTESTERS,
  CHAIN,
  COUNTERS,
  calendarOfThisYear,
  DEPARTMENTS,
  foundingTransactions,
  freePort,
  GOVERNMENTS,
  introduceDepartment,
  MATTER_ATTESTERS,
  nameAdministrators,
  nameRecorders,
  OFFICES,
  PLATFORM_OFFICE,
  registrationFiles,
  serviceRegistration,
  taxFiles,
} from '@minglu/city';
import type { Person, RunningDepartment } from '@minglu/department';
import { individualBusiness } from '@minglu/individual-business';
import { nativeSigner } from '@minglu/node';
import { formatVkey, type JsonObject, parsePublicJwk, vkeyOf } from '@minglu/protocol';
import { submitSigned } from '@minglu/sdk';
import { openTownPlatform, type TownPlatformParts } from './open-town-platform.ts';
import { seededRandom } from './seeded-random.ts';
import { Town } from './town.ts';
import { startTownIdentities } from './town-identities.ts';
import type { TownOptions } from './town-options.ts';
import {
  startTownDepartment,
  startTownMonitor,
  startTownTimeStamp,
  startTownWitness,
  type TownGround,
} from './town-processes.ts';
import { movedTime, runningTime } from './town-time.ts';

/** For the block after the founding, on a busy machine. */
const PATIENCE_MS = 10_000;

/** 2026-06-01 10:00 in Shanghai, a Monday. */
const FIRST_MORNING = Date.UTC(2026, 5, 1, 2);

/** Starts a town: its departments, witnesses, node, API and monitor, on free ports of this machine. */
export async function startTown(options: TownOptions = {}): Promise<Town> {
  const { seed = 'town', clock = 'moved' } = options;
  const random = seededRandom(seed);
  const secrets = { founder: random(32), log: random(32), recorder: seededRandom(`${seed} recorder`)(32) };
  const log = nativeSigner('Ed25519', secrets.log);
  let town: Town | undefined;
  const untilQuiet = async () => {
    await pause(4);
    if (town !== undefined) await settle(town);
  };
  const time = clock === 'running' ? runningTime() : movedTime(options.time ?? FIRST_MORNING, untilQuiet);
  const port = await freePort(0, '127.0.0.1');
  const identities = await startTownIdentities(`http://127.0.0.1:${port}`, options.identity ?? [], random);
  const place: Omit<TownGround, 'timeStampUrl'> = {
    directory: options.directory ?? (await mkdtemp(join(tmpdir(), 'minglu-town-'))),
    seed,
    portalUrl: `http://127.0.0.1:${port}`,
    logKey: formatVkey(vkeyOf(CHAIN, 'log', log.publicKey)),
    followMs: options.followMs ?? 0,
    messages: options.messages ?? {},
    services: options.services ?? [],
    nowMs: () => time.nowMs(),
    randomBytes: random,
    report: () => undefined,
    issuers: identities.map(({ running }) => running.issuer),
    health: new Map(),
  };
  await mkdir(place.directory, { recursive: true });
  const timeStamp = await startTownTimeStamp(place, 0);
  const ground: TownGround = { ...place, timeStampUrl: timeStamp.url };
  const departments = await startDepartments(ground, options);
  const names = Array.from({ length: options.witnesses ?? 2 }, (_, at) => `witness-${at + 1}.town.example`);
  const witnesses = await Promise.all(names.map((name) => startTownWitness(ground, name, 0)));
  const foundedAt = time.nowMs();
  const services = (options.services ?? []).map(({ registration }) => registration);
  const founding = await foundTown(ground, { founder: secrets.founder, departments, services });
  const monitor = await startTownMonitor(ground, witnesses);
  const platformParts: TownPlatformParts = {
    ...{ ground, time, foundedAt, secrets, founding, witnesses, port, options, identities },
    monitorUrl: monitor.url,
  };
  const platform = await openTownPlatform(platformParts);
  town = new Town({
    ...{ platformParts, platform, departments, witnesses, monitor, timeStamp },
    isTemporary: options.directory === undefined,
  });
  // Block 0 leaves a year's calendar to be gone through to the next one: it is there before anybody looks.
  for (let waited = 0; town.height < 1 && waited < PATIENCE_MS; waited += 10) await pause(10);
  if (options.administrators === true) await nameTownAdministrators(town, platformParts, departments);
  if (options.anchors === true) await nameTownRecorders(town, platformParts, departments);
  await settle(town);
  return town;
}

async function nameTownRecorders(
  { node, client }: Town,
  { ground, secrets }: TownPlatformParts,
  departments: ReadonlyMap<string, RunningDepartment>,
): Promise<void> {
  const attesters = DEPARTMENTS.flatMap((department) => {
    const url = departments.get(department.id)?.url;
    return url === undefined ? [] : [introduceDepartment(url, department)];
  });
  await nameRecorders({
    ...secrets,
    attesters: new Map(
      (await Promise.all(attesters)).map(({ id, attesterJwk }) => [parsePublicJwk(attesterJwk).kid, id]),
    ),
    nowMs: ground.nowMs,
    randomBytes: ground.randomBytes,
    findRecord: async (key) => node.read(key).value,
    submit: (jws) => submitSigned(client, jws),
  });
}

async function nameTownAdministrators(
  { node, client }: Town,
  { ground, secrets }: TownPlatformParts,
  departments: ReadonlyMap<string, RunningDepartment>,
): Promise<void> {
  await nameAdministrators({
    founder: secrets.founder,
    url: departments.get(PLATFORM_OFFICE.id)?.url ?? '',
    nowMs: ground.nowMs,
    randomBytes: ground.randomBytes,
    findRecord: async (key) => node.read(key).value,
    submit: (jws) => submitSigned(client, jws),
  });
}

async function startDepartments(
  ground: TownGround,
  { people = [], administrators = false }: TownOptions,
): Promise<Map<string, RunningDepartment>> {
  const started = (administrators ? COUNTERS : DEPARTMENTS).map(async ({ id }) => {
    const more = moreAt(id, people, ground.nowMs());
    return [id, await startTownDepartment(ground, id, 0, more)] as const;
  });
  return new Map(await Promise.all(started));
}

/** Whoever a story brings is known to 公安厅, and on file at the province and the tax office as everybody is. */
function moreAt(id: string, people: readonly Person[], nowMs: number): readonly Person[] {
  if (id === 'public-security') return people;
  if (id === 'tax') return taxFiles(people);
  return id === 'province-market-regulation' ? registrationFiles(people, nowMs) : [];
}

interface Founding {
  readonly founder: Uint8Array;
  readonly departments: ReadonlyMap<string, RunningDepartment>;
  /** Bodies of `services.register` beside the shipped service's. */
  readonly services: readonly JsonObject[];
}

async function foundTown(ground: TownGround, { founder, departments, services }: Founding): Promise<string[]> {
  const introductions = DEPARTMENTS.flatMap((department) => {
    const url = departments.get(department.id)?.url;
    return url === undefined ? [] : [introduceDepartment(url, department)];
  });
  const offices = OFFICES.filter(({ organ }) => departments.has(organ));
  const place = {
    organ: 'province-market-regulation',
    attesters: ATTESTERS,
    matterAttesters: MATTER_ATTESTERS,
    offices,
  };
  return await foundingTransactions({
    chain: CHAIN,
    founder: nativeSigner('ES256', founder),
    time: ground.nowMs(),
    governments: GOVERNMENTS,
    departments: await Promise.all(introductions),
    services: [serviceRegistration(individualBusiness, place), ...services],
    calendar: calendarOfThisYear(ground.randomBytes),
    randomBytes: ground.randomBytes,
  });
}

/** Blocks that a timer started are on disk when the height stands still for a moment. */
async function settle(town: Town): Promise<void> {
  for (let before = -2; before !== town.height; ) {
    before = town.height;
    await pause(10);
  }
}
