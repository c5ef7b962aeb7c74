import { join } from 'node:path';
import {
  CHAIN,
  COUNTERS,
  documentSettings,
  ProcessHealth,
  type ServiceBundle,
  TIME_STAMP_NAME,
  TIME_STAMP_WORDS,
} from '@minglu/city';
import {
  type MessageChannels,
  type Person,
  type RunningDepartment,
  type RunningTimeStamp,
  startDepartment,
  startTimeStamp,
} from '@minglu/department';
import { checkSignatureNative, nativeSigner } from '@minglu/node';
import type { JsonObject } from '@minglu/protocol';
import { sha256, utf8Encode } from '@minglu/protocol';
import { type RunningMonitor, type RunningWitness, startMonitor, startWitness } from '@minglu/witness';

/** What the parts of a town share. */
export interface TownGround {
  readonly directory: string;
  /** Keys of witnesses come from it, so that one that comes back has its own. */
  readonly seed: string;
  readonly portalUrl: string;
  readonly logKey: string;
  /** Of the time-stamp authority's counter. */
  readonly timeStampUrl: string;
  /** Pause between a department's looks at the log; 0: only when it is told to. */
  readonly followMs: number;
  readonly messages: MessageChannels;
  /** Beside the shipped one. */
  readonly services: readonly ServiceBundle[];
  nowMs(): number;
  randomBytes(length: number): Uint8Array;
  /** What departments, witnesses and the API write down. */
  report(line: JsonObject): void;
  /** Providers whose word counts at the departments. */
  readonly issuers: readonly string[];
  /** How each department is doing, by its id: in a town each is a process of its own, as far as anybody can tell. */
  readonly health: Map<string, ProcessHealth>;
}

/** @param port 0 on the first start; the same again when it comes back, for its address stands in the register */
export async function startTownDepartment(
  ground: TownGround,
  id: string,
  port: number,
  more: readonly Person[] = [],
): Promise<RunningDepartment> {
  const department = COUNTERS.find((one) => one.id === id);
  if (department === undefined) throw new RangeError(`no department ${id}`);
  const about = { name: `departments-${id}`, kind: 'department' as const, organs: [id] };
  const health = ground.health.get(id) ?? new ProcessHealth(about, ground.nowMs);
  ground.health.set(id, health);
  const running = await startDepartment({
    directory: join(ground.directory, 'departments', id),
    organisation: { id, name: department.name },
    chain: CHAIN,
    port,
    host: '127.0.0.1',
    // By name too: browsers make passkeys for no address in figures.
    portalOrigins: [ground.portalUrl, ground.portalUrl.replace('127.0.0.1', 'localhost')],
    demo: true,
    seed: [...department.seed(ground.nowMs()), ...more],
    clock: ground.nowMs,
    issuers: ground.issuers.map((issuer) => ({ issuer, keys: `${issuer}/jwks` })),
    documents: documentSettings(ground, department, ground.services),
    platform: { url: ground.portalUrl, logKeys: [ground.logKey], pollMs: ground.followMs },
    messages: ground.messages,
    randomBytes: ground.randomBytes,
    report: ground.report,
    health: (line) => health.tell(line),
  });
  health.change('running');
  return running;
}

export async function startTownTimeStamp(
  ground: Omit<TownGround, 'timeStampUrl'>,
  port: number,
): Promise<RunningTimeStamp> {
  return await startTimeStamp({
    ...{ directory: join(ground.directory, 'time-stamp'), name: TIME_STAMP_NAME, words: TIME_STAMP_WORDS },
    ...{ port, host: '127.0.0.1', clock: ground.nowMs, randomBytes: ground.randomBytes, report: ground.report },
  });
}

export async function startTownWitness(ground: TownGround, name: string, port: number): Promise<RunningWitness> {
  const { directory, logKey, nowMs, report } = ground;
  return await startWitness({
    directory: join(directory, 'witnesses', name),
    name,
    signer: nativeSigner('Ed25519', sha256(utf8Encode(`${ground.seed} ${name}`))),
    logs: [{ origin: CHAIN, keys: [logKey] }],
    port,
    host: '127.0.0.1',
    clock: nowMs,
    checkSignature: checkSignatureNative,
    report,
  });
}

export async function startTownMonitor(
  ground: TownGround,
  witnesses: readonly RunningWitness[],
  logUrl = ground.portalUrl,
): Promise<RunningMonitor> {
  return await startMonitor({
    directory: join(ground.directory, 'monitor'),
    origin: CHAIN,
    logKeys: [ground.logKey],
    logUrl,
    witnesses: witnesses.map(({ vkey, url }) => ({ vkey, url })),
    port: 0,
    host: '127.0.0.1',
    pollMs: 0,
    timeoutMs: 5_000,
    clock: ground.nowMs,
    fetch: (url, init) => fetch(url, init),
    checkSignature: checkSignatureNative,
    report: ground.report,
  });
}
