import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { CHAIN, Citizen, Officer, type Platform, type Stage } from '@minglu/city';
import type { RunningDepartment, RunningTimeStamp } from '@minglu/department';
import { base64urlEncode, type JsonObject, signerFromSecret } from '@minglu/protocol';
import { Client, DepartmentClient, type Submitted, submit } from '@minglu/sdk';
import type { RunningMonitor, RunningWitness } from '@minglu/witness';
import { openTownPlatform, type TownPlatformParts } from './open-town-platform.ts';
import { startTownDepartment, startTownMonitor, startTownTimeStamp, startTownWitness } from './town-processes.ts';

export interface TownParts {
  /** Everything but what changes when the platform is opened again. */
  readonly platformParts: TownPlatformParts;
  readonly platform: Platform;
  readonly departments: ReadonlyMap<string, RunningDepartment>;
  readonly witnesses: readonly RunningWitness[];
  readonly monitor: RunningMonitor;
  readonly timeStamp: RunningTimeStamp;
  readonly isTemporary: boolean;
}

const PATIENCE_MS = 10_000;

/** A whole installation in one process, and the people who live in it. */
export class Town {
  readonly chain = CHAIN;
  readonly #parts: TownPlatformParts;
  readonly #isTemporary: boolean;
  readonly #departments: Map<string, RunningDepartment>;
  readonly #witnesses: Map<string, RunningWitness>;
  #platform: Platform | undefined;
  #monitor: RunningMonitor;
  #timeStamp: RunningTimeStamp;

  constructor(parts: TownParts) {
    this.#parts = parts.platformParts;
    this.#isTemporary = parts.isTemporary;
    this.#platform = parts.platform;
    this.#departments = new Map(parts.departments);
    this.#witnesses = new Map(parts.witnesses.map((witness) => [witness.name, witness]));
    this.#monitor = parts.monitor;
    this.#timeStamp = parts.timeStamp;
  }

  /** Everything the town wrote lies under it: `platform`, `departments`, `witnesses`, `monitor`. */
  get directory(): string {
    return this.#parts.ground.directory;
  }

  get url(): string {
    return this.#parts.ground.portalUrl;
  }

  get node() {
    if (this.#platform === undefined) throw new RangeError('the platform is closed');
    return this.#platform.node;
  }

  /** Height of the last block; -1 while the platform is closed. */
  get height(): number {
    return this.#platform?.node.status().height ?? -1;
  }

  get client(): Client {
    return new Client({ baseUrl: this.url });
  }

  get monitor(): RunningMonitor {
    return this.#monitor;
  }

  /** vkey of the log. */
  get logKey(): string {
    return this.#parts.ground.logKey;
  }

  /** The log's stolen key, for those who play thieves; the founder's, for those who play administrators. */
  get secrets() {
    return this.#parts.secrets;
  }

  nowMs(): number {
    return this.#parts.time.nowMs();
  }

  citizen(person: string): Citizen {
    return new Citizen(this.#stage(), person);
  }

  officer(person: string, department = 'market-regulation'): Officer {
    return new Officer(this.#stage(), person, department);
  }

  /** A deed of the founding administrator. */
  async founder(deed: string, body: JsonObject): Promise<Submitted> {
    const { ground, secrets } = this.#parts;
    const id = base64urlEncode(ground.randomBytes(16));
    const draft = { chain: CHAIN, deed, id, body, notAfter: this.nowMs() + 600_000, embedKey: false };
    return await submit(this.client, draft, signerFromSecret('ES256', secrets.founder));
  }

  department(id: string): RunningDepartment {
    const department = this.#departments.get(id);
    if (department === undefined) throw new RangeError(`no department ${id}`);
    return department;
  }

  witness(name: string): RunningWitness {
    const witness = this.#witnesses.get(name);
    if (witness === undefined) throw new RangeError(`no witness ${name}`);
    return witness;
  }

  /** Moves time on; what falls due on the way happens at its instant. */
  advance(ms: number): Promise<void> {
    return this.#parts.time.advance(ms);
  }

  /** Waits until every living witness has cosigned everything there is. */
  async cosigned(): Promise<void> {
    await this.until(() => this.node.status().cosignedSize === this.node.status().size);
  }

  async until(holds: () => boolean | Promise<boolean>): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (!(await holds())) {
      if (performance.now() > end) throw new RangeError('waited in vain');
      await pause(10);
    }
  }

  /** Closes node and API, lets `meanwhile` do what it likes to their files, and opens them at the same address. */
  async restart(meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    await this.closePlatform();
    await meanwhile();
    this.#platform = await openTownPlatform({ ...this.#parts, founding: [] });
  }

  /** The same chain under the same keys from its genesis on, somewhere else and without witnesses: a thief's own node. */
  openElsewhere(directory: string): Promise<Platform> {
    const { ground } = this.#parts;
    return openTownPlatform({ ...this.#parts, ground: { ...ground, directory }, witnesses: [], port: 0 });
  }

  async closePlatform(): Promise<void> {
    await this.#platform?.close();
    this.#platform = undefined;
  }

  /** Address of a provider that people sign in with, by our short name of it. */
  identity(id: string): string {
    const found = this.#parts.identities.find(({ provider }) => provider.id === id);
    if (found === undefined) throw new RangeError(`no identity ${id}`);
    return found.running.issuer;
  }

  async kill(department: string): Promise<void> {
    this.#parts.ground.health.get(department)?.change('restarting', 'SIGKILL');
    await this.department(department).close();
  }

  /** A department that was killed comes back at its address with its own register and keys. */
  async revive(id: string): Promise<void> {
    const { port } = this.department(id);
    this.#departments.set(id, await startTownDepartment(this.#parts.ground, id, port));
  }

  get timeStampUrl(): string {
    return this.#timeStamp.url;
  }

  /** The time-stamp authority, gone and back at its address. */
  async killTimeStamp(): Promise<void> {
    await this.#timeStamp.close();
  }

  async reviveTimeStamp(): Promise<void> {
    this.#timeStamp = await startTownTimeStamp(this.#parts.ground, this.#timeStamp.port);
  }

  async reviveWitness(name: string): Promise<void> {
    const { port } = this.witness(name);
    this.#witnesses.set(name, await startTownWitness(this.#parts.ground, name, port));
  }

  /** Another monitor, reading from where it is told: a second reader of the same log. */
  async watchFrom(logUrl: string): Promise<RunningMonitor> {
    await this.#monitor.close();
    this.#monitor = await startTownMonitor(this.#parts.ground, [...this.#witnesses.values()], logUrl);
    return this.#monitor;
  }

  async close(): Promise<void> {
    await this.#monitor.close();
    await this.#timeStamp.close();
    await this.closePlatform();
    await Promise.all([...this.#departments.values(), ...this.#witnesses.values()].map((one) => one.close()));
    await Promise.all(this.#parts.identities.map(({ running }) => running.close()));
    if (this.#isTemporary) await rm(this.directory, { recursive: true, force: true });
  }

  #stage(): Stage {
    const { ground } = this.#parts;
    const departments = [...this.#departments].map(([id, { url }]) => [id, new DepartmentClient(url)] as const);
    return {
      chain: CHAIN,
      client: this.client,
      departments: Object.fromEntries(departments),
      clock: ground.nowMs,
      randomBytes: ground.randomBytes,
    };
  }
}
