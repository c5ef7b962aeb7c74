import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { announcement } from './announce.ts';
import type { CityOptions } from './city-options.ts';
import { startCity } from './start-city.ts';
import { withProgress } from './with-progress.ts';
import { yearFolder } from './year/year-roots.ts';

/** What `npm start` and `minglu start` ask for. */
export interface StartRequest {
  readonly directory: string;
  readonly firstPort: number;
  readonly empty: boolean;
  readonly lan: boolean;
  readonly services?: readonly string[];
  /** Four departments order together. */
  readonly cluster?: CityOptions['cluster'];
  /** The project's root, where the built portal and the `minglu` program lie. */
  readonly root: string;
}

export type StartPower = Pick<CityOptions, 'env' | 'pid' | 'clock' | 'randomBytes' | 'print'> & {
  readonly stopped: Promise<void>;
};

/** Starts the city, says where it is, and stops it cleanly when asked. */
export async function startHere(request: StartRequest, power: StartPower): Promise<void> {
  const { root, empty, lan, firstPort } = request;
  const portal = join(root, 'packages', 'portal', 'dist');
  const begun = power.clock();
  const city = await withProgress(power.print, (print) =>
    startCity({
      ...power,
      print,
      directory: empty ? join(request.directory, 'empty') : request.directory,
      firstPort,
      empty,
      services: request.services ?? [],
      shippedServices: join(root, 'services'),
      lanAddress: lan ? lanAddress() : undefined,
      portalDirectory: existsSync(join(portal, 'index.html')) ? portal : undefined,
      // A cluster begins with its first block: the played year was ordered by one.
      snapshot: request.cluster === undefined ? yearFolder(root) : undefined,
      cluster: request.cluster,
      program: join(root, 'packages', 'cli', 'src', 'main.ts'),
    }),
  );
  for (const line of announcement(city, { empty, startMs: power.clock() - begun })) power.print(line);
  flushCompileCache();
  await power.stopped;
  power.print('· 正在停止 stopping');
  await city.close();
  power.print('· 已停止 stopped');
}

/** This machine's first address in its network. */
function lanAddress(): string {
  for (const addresses of Object.values(networkInterfaces())) {
    for (const { family, internal, address } of addresses ?? []) if (family === 'IPv4' && !internal) return address;
  }
  return '127.0.0.1';
}
