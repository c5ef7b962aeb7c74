import { mkdir } from 'node:fs/promises';
import type { ChildState } from './children/child.ts';
import {
  type StartedChild,
  startDepartments,
  startIdentityProcess,
  startMonitor,
  startTimeStamp,
  startWitnesses,
} from './children/start-children.ts';
import type { CityOptions } from './city-options.ts';
import { openCityCluster } from './cluster/city-cluster.ts';
import { openIdentityKeys } from './identity/identity-keys.ts';
import { COUNTERS, PLACE_OF_REGISTRATION } from './seed/organisations.ts';
import { keepServices } from './services/city-services.ts';
import type { ServiceBundle } from './services/service-bundle.ts';
import { shippedServices } from './services/shipped-services.ts';
import { lockCity } from './setup/city-lock.ts';
import { openCityRecord, writeCityRecord } from './setup/city-record.ts';
import { prepareCity } from './setup/prepare-city.ts';
import { layYear } from './year/lay-year.ts';

interface RunningChild {
  readonly name: string;
  readonly state: ChildState;
  readonly pid: number | undefined;
}

export interface RunningCity {
  readonly url: string;
  /** SHA-256 of the certificate when serving over TLS. */
  readonly fingerprint: string | undefined;
  /** Addresses of the departments, as pages reach them. */
  readonly departments: readonly string[];
  children(): readonly RunningChild[];
  /** The other members of a cluster. */
  members(): readonly RunningChild[];
  close(): Promise<void>;
}

/** Starts the city; on a failure nothing of it is left running. */
export async function startCity(options: CityOptions): Promise<RunningCity> {
  await mkdir(options.directory, { recursive: true, mode: 0o700 });
  const lock = await lockCity(options.directory, options.pid);
  const opened: { close(): Promise<unknown> }[] = [{ close: () => lock.release() }];
  const close = async () => {
    for (const one of opened.splice(0).reverse()) await one.close();
  };
  try {
    return { ...(await startParts(options, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Node, API and sandbox: half a second of loading, which the children's start is to cover. */
const loadPlatform = async () => ({
  ...(await import('./platform/open-city-platform.ts')),
  ...(await import('./seed/founding-of.ts')),
  ...(await import('./seed/fill-city.ts')),
});

/** A bare node has no departments to give a service to. */
async function shippedTo({ empty, shippedServices: folder }: CityOptions): Promise<ServiceBundle[]> {
  return empty || folder === undefined ? [] : await shippedServices(folder, PLACE_OF_REGISTRATION);
}

/**
 * Everything at once where that is possible: only a first start waits for the departments' keys, which block 0 names.
 * Witnesses and departments are processes of their own; node and API share this one.
 */
async function startParts(options: CityOptions, opened: { close(): Promise<unknown> }[]) {
  await layYear(options);
  const prepared = await prepareCity(options);
  const { layout, certificate } = prepared;
  const children: StartedChild[] = [];
  const keep = (started: readonly StartedChild[]) => {
    children.push(...started);
    opened.push({ close: () => Promise.all(started.map(({ child }) => child.stop())) });
  };
  options.print('· 启动见证人与部门 starting witnesses and departments');
  const witnesses = await startWitnesses(prepared);
  keep(witnesses);
  const services = await keepServices(options.directory, options.services ?? [], await shippedTo(options));
  const departments = options.empty ? [] : await startDepartments(prepared, services);
  keep(departments);
  keep(options.empty ? [] : await startTimeStamp(prepared));
  const identity = options.empty ? undefined : await openIdentityKeys(options.directory, options.randomBytes);
  const { openCityPlatform, foundingOf, fillCity } = await loadPlatform();
  const record = await openCityRecord(options, witnesses);
  const witnessKeys = Object.values(record.witnesses);
  if (record.founded) keep([await startMonitor(prepared, witnessKeys)]);
  if (!record.founded) await Promise.all(departments.map(({ ready }) => ready));
  const founding = record.founded ? [] : await foundingOf(prepared, record);
  options.print('· 打开账本 opening the ledger');
  const cluster = await openCityCluster(prepared, record, founding);
  const platform = await openCityPlatform(prepared, record, {
    founding,
    services,
    identity,
    ...(cluster === undefined ? {} : { member: cluster.member }),
    processes: () => children.map(({ health }) => health.view()),
  });
  opened.push(platform);
  const others = await cluster?.startOthers(platform.node);
  if (others !== undefined) opened.push(others);
  if (!record.founded) {
    await writeCityRecord(options.directory, { ...record, founded: true });
    keep([await startMonitor(prepared, witnessKeys)]);
  }
  await Promise.all(children.map(({ ready }) => ready));
  // Nobody waits for it: it serves by the time somebody has found the sign-in page.
  if (identity !== undefined) keep([await startIdentityProcess(prepared, identity)]);
  if (!options.empty) await fillCity(prepared, { ...record, founded: true }, services);
  return {
    url: layout.portalUrl,
    fingerprint: certificate?.fingerprint,
    departments: departments.length === 0 ? [] : COUNTERS.map(({ id }) => layout.departmentUrl(id)),
    children: () => children.map(({ child: { name, state, pid } }) => ({ name, state, pid })),
    members: () => others?.members() ?? [],
  };
}
