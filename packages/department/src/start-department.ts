import type { JsonObject } from '@minglu/protocol';
import { AttestationBatcher } from './attest/attestation-batcher.ts';
import { DraftKeys } from './drafts/draft-keys.ts';
import type { Desk } from './http/routes.ts';
import { routesOf } from './http/routes.ts';
import { serve } from './http/serve.ts';
import { SessionBook } from './http/session-book.ts';
import { openDepartmentKeys } from './keys/department-keys.ts';
import type { Person } from './register/person.ts';
import { openRegister } from './register/register.ts';

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
  clock(): number;
  randomBytes(length: number): Uint8Array;
  report(line: JsonObject): void;
}

export interface RunningDepartment {
  readonly url: string;
  readonly port: number;
  readonly attesterJwk: JsonObject;
  readonly sealingJwk: JsonObject;
  setDelay(delayMs: number): void;
  close(): Promise<void>;
}

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
    drafts: new DraftKeys(directory, clock),
    delayMs: 0,
    clock,
    randomBytes,
  };
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
    close: () => server.close(),
  };
}
