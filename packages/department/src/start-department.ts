import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '@minglu/protocol';
import { AttestationBatcher } from './attest/attestation-batcher.ts';
import { CounterDesk } from './counter/counter-desk.ts';
import { RegistrarKeys } from './counter/registrar-keys.ts';
import { DepartmentError } from './department-error.ts';
import { DraftKeys } from './drafts/draft-keys.ts';
import { Follower } from './follow/follower.ts';
import { LogReader } from './follow/log-reader.ts';
import { Rounds } from './follow/rounds.ts';
import type { Desk } from './http/routes.ts';
import { routesOf } from './http/routes.ts';
import { serve } from './http/serve.ts';
import { SessionBook } from './http/session-book.ts';
import { openDepartmentKeys } from './keys/department-keys.ts';
import type { Person } from './register/person.ts';
import { openRegister } from './register/register.ts';
import { SearchDesk } from './search/search-desk.ts';

export interface DepartmentOptions {
  /** The department's own folder: its register and its keys; nothing of the platform lies there. */
  readonly directory: string;
  readonly organisation: { readonly id: string; readonly name: string };
  /** The chain whose cases this department attests to. */
  readonly chain: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly host: string;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Origins of the pages that may call it, e.g. `http://127.0.0.1:7460`. */
  readonly portalOrigins: readonly string[];
  /** Sign-in without proof, officers' keys handed out, the delay switch: never with real people. */
  readonly demo: boolean;
  /** The register on the first start; later starts read the folder. */
  readonly seed: readonly Person[];
  /** The platform whose public log it follows; without one it only answers at its counter. */
  readonly platform?: PlatformAddress;
  clock(): number;
  randomBytes(length: number): Uint8Array;
  report(line: JsonObject): void;
}

export interface PlatformAddress {
  /** Of the API and of the log's files, without a trailing slash. */
  readonly url: string;
  /** vkeys of the log. */
  readonly logKeys: readonly string[];
  /** Pause between looks at the log; 0: only `poll()` looks. */
  readonly pollMs: number;
  /** Steps of blocks before it were served by other means; from the beginning when left out. */
  readonly sinceMs?: number;
}

export interface RunningDepartment {
  readonly url: string;
  readonly port: number;
  readonly attesterJwk: JsonObject;
  readonly sealingJwk: JsonObject;
  setDelay(delayMs: number): void;
  /** One look at the log now, where it follows one; looks never overlap. */
  poll(): Promise<void>;
  close(): Promise<void>;
}

const READ_TIMEOUT_MS = 10_000;
const BATCH_WINDOW_MS = 5;
const WAITING_LIMIT = 1_024;

/** Starts one department: its register and keys from its own folder, its counter over HTTP. */
export async function startDepartment(options: DepartmentOptions): Promise<RunningDepartment> {
  const { directory, organisation, chain, demo, clock, randomBytes } = options;
  const register = await openRegister(directory, options.seed);
  const officers = register.people.filter((person) => person.duties.length > 0).map((person) => person.id);
  const keys = await openDepartmentKeys({ directory, officers: demo ? officers : [], randomBytes });
  const sessions = new SessionBook({ clock, randomBytes });
  const batcher = new AttestationBatcher({
    signer: keys.attester.signer,
    windowMs: BATCH_WINDOW_MS,
    waitingLimit: WAITING_LIMIT,
  });
  const desk: Desk = {
    organisation,
    chain,
    demo,
    register,
    keys,
    sessions,
    batcher,
    search: await SearchDesk.open(directory, keys.index),
    ...counterOf(options, register.people),
    drafts: new DraftKeys(directory, clock),
    delayMs: 0,
    clock,
    randomBytes,
    pause: () => (desk.delayMs === 0 ? Promise.resolve() : pause(desk.delayMs)),
  };
  const rounds = await follow(options);
  const { port, host, tls, portalOrigins, report } = options;
  const server = await serve({ port, host, tls, portalOrigins, report, routes: routesOf(desk) });
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${host === '0.0.0.0' ? '127.0.0.1' : host}:${server.port}`,
    port: server.port,
    attesterJwk: keys.attester.publicJwk,
    sealingJwk: keys.sealing.publicJwk,
    setDelay: (delayMs) => {
      desk.delayMs = delayMs;
    },
    poll: () => rounds.run(),
    close: async () => {
      await rounds.stop();
      await server.close();
    },
  };
}

/** Without a platform there is no telling a registrar from a stranger, and so no counter. */
function counterOf(options: DepartmentOptions, people: readonly Person[]): { counter?: CounterDesk } {
  const { platform, chain, organisation, clock } = options;
  if (platform === undefined) return {};
  const keys = new RegistrarKeys({ ...platform, chain, timeoutMs: READ_TIMEOUT_MS });
  const keyOf = (kid: string, nowMs: number) => keys.find(kid, nowMs);
  return { counter: new CounterDesk({ chain, organisation: organisation.id, people, clock, keyOf }) };
}

async function follow(options: DepartmentOptions): Promise<Rounds> {
  const { platform, directory, organisation, chain, report } = options;
  let last = '';
  const onError = (error: unknown) => {
    const code = codeOf(error);
    // A platform that is down for a night is one line, not a line each second.
    if (code !== last) report({ event: 'follow', code });
    last = code;
  };
  if (platform === undefined) return new Rounds(() => Promise.resolve(), 0, onError);
  const follower = await Follower.open({
    directory: join(directory, 'follow'),
    organisation: organisation.id,
    chain,
    logKeys: platform.logKeys,
    sinceMs: platform.sinceMs ?? 0,
    log: new LogReader({ url: platform.url, timeoutMs: READ_TIMEOUT_MS, fetch: (url, init) => fetch(url, init) }),
    listeners: [],
  });
  const rounds = new Rounds(() => follower.poll(), platform.pollMs, onError);
  rounds.start();
  return rounds;
}

function codeOf(error: unknown): string {
  return error instanceof DepartmentError ? error.code : 'internal';
}
