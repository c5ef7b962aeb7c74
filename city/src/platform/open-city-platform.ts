import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CityProcess } from '@minglu/api';
import { nativeSigner } from '@minglu/node';
import { publicJwk } from '@minglu/protocol';
import type { IdentityKeys } from '../identity/identity-keys.ts';
import { providerAt } from '../identity/unified-identity.ts';
import { CHAIN, CITY_NAME, COUNTERS, WITNESSES } from '../seed/organisations.ts';
import { REGIONS } from '../seed/regions.ts';
import { portalFilesOf } from '../services/portal-files.ts';
import type { ServiceBundle } from '../services/service-bundle.ts';
import type { CityRecord } from '../setup/city-record.ts';
import type { Preparation } from '../setup/prepare-city.ts';
import { formatGenesis } from './genesis-file.ts';
import { keptEngine } from './kept-engine.ts';
import { openPlatform, type Platform, type PlatformOptions } from './open-platform.ts';
import { shippedContracts } from './shipped-contracts.ts';
import { systemClock } from './system-clock.ts';
import { trustText } from './trust-text.ts';

/** No contract within its gas takes a tenth of this; a call that does tells of the machine. */
const SLOW_CONTRACT_MS = 1000;
/** pino's `error`. */
const ALARM_LEVEL = 50;

export interface CityPlatformParts {
  readonly founding: readonly string[];
  readonly services: readonly ServiceBundle[];
  /** What the platform is known to 统一身份认证（演示） by; nobody invented signs in to a bare node. */
  readonly identity: IdentityKeys | undefined;
  /** Who orders and signs, where that is not this process alone. */
  readonly member?: Required<Pick<PlatformOptions, 'sequencer' | 'cluster'>>;
  /** How the processes beside this one are doing. */
  processes(): readonly CityProcess[];
}

/** The ledger and its door for this city; also lays trust and genesis where people and the command line find them. */
export async function openCityPlatform(
  prepared: Preparation,
  record: CityRecord,
  { founding, services, identity, member, processes }: CityPlatformParts,
): Promise<Platform> {
  const { options, layout, certificate, keys } = prepared;
  const log = nativeSigner('Ed25519', keys.log);
  const witnessKeys = WITNESSES.map(({ name }) => record.witnesses[name] ?? '');
  const trust = await trustText(CHAIN, log, witnessKeys, member?.cluster?.logKeys);
  const { foundedAt: time, protocol } = record;
  const version = protocol === undefined ? {} : { protocol };
  const founder = record.founder ?? publicJwk(nativeSigner('ES256', keys.founder).publicKey);
  const genesis = { chain: CHAIN, founder, time, ...version };
  await writeFile(join(layout.directory, 'trust.json'), trust);
  await writeFile(join(layout.directory, 'genesis.json'), formatGenesis(genesis));
  const readModelDirectory = layout.folder('read-model');
  await mkdir(readModelDirectory, { recursive: true, mode: 0o700 });
  const logFile = createWriteStream(join(layout.directory, 'api.log'), { flags: 'a', mode: 0o600 });
  const platform = await openPlatform({
    ledgerDirectory: layout.folder('ledger'),
    readModelDirectory,
    vaultDirectory: layout.folder('vault'),
    auditDirectory: layout.folder('audit'),
    accountsDirectory: layout.folder('accounts'),
    recorder: nativeSigner('ES256', keys.recorder),
    genesis,
    founding,
    log,
    clock: systemClock(options.clock),
    contracts: shippedContracts(
      {
        clock: options.clock,
        slowMs: SLOW_CONTRACT_MS,
        raise: (fact) => logFile.write(`${JSON.stringify({ level: ALARM_LEVEL, msg: 'contract-alarm', ...fact })}\n`),
      },
      services,
      keptEngine(layout.folder('engine')),
    ),
    witnesses: WITNESSES.map(({ name, door }, at) => ({
      name,
      vkey: witnessKeys[at] ?? '',
      url: layout.localUrl(door),
    })),
    ...member,
    trust,
    door: {
      host: layout.host,
      port: layout.ports.portal,
      ...(certificate === undefined ? {} : { tls: { key: certificate.key, cert: certificate.cert } }),
      ...(await portalOf(options.portalDirectory, services)),
      connectOrigins: COUNTERS.map(({ id }) => layout.departmentUrl(id)),
      ...signInOf(layout.departmentUrl('identity'), identity),
      evidence: { monitorUrl: `${layout.localUrl('monitor')}/evidence` },
      city: {
        ...(options.empty ? { name: '明录', demo: false } : { name: CITY_NAME, demo: true, regions: REGIONS }),
        processes,
      },
    },
    randomBytes: options.randomBytes,
    writeLog: (line) => logFile.write(line),
  });
  const close = async () => {
    await platform.close();
    await new Promise((resolve) => logFile.end(resolve));
  };
  return { ...platform, close };
}

function signInOf(url: string, identity: IdentityKeys | undefined) {
  if (identity === undefined) return {};
  return { signIn: { providers: [providerAt(url, identity)], accountSecret: identity.accountSecret } };
}

async function portalOf(portalDirectory: string | undefined, services: readonly ServiceBundle[]) {
  if (portalDirectory === undefined) return {};
  return { portalDirectory, portalFiles: await portalFilesOf(services, portalDirectory) };
}
