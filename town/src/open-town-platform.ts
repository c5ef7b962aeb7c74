import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CHAIN,
  formatGenesis,
  openPlatform,
  type Platform,
  portalFilesOf,
  REGIONS,
  shippedContracts,
  trustText,
} from '@minglu/city';
import { NEWEST_PROTOCOL } from '@minglu/ledger';
import { nativeSigner } from '@minglu/node';
import { publicJwk } from '@minglu/protocol';
import type { RunningWitness } from '@minglu/witness';
import type { TownIdentity } from './town-identities.ts';
import type { TownOptions, TownTime } from './town-options.ts';
import type { TownGround } from './town-processes.ts';

export interface TownPlatformParts {
  readonly ground: TownGround;
  readonly time: TownTime;
  readonly foundedAt: number;
  readonly secrets: { readonly founder: Uint8Array; readonly log: Uint8Array; readonly recorder: Uint8Array };
  readonly founding: readonly string[];
  readonly witnesses: readonly RunningWitness[];
  readonly port: number;
  readonly options: TownOptions;
  readonly identities: readonly TownIdentity[];
  readonly monitorUrl: string | undefined;
}

/** Node and API of a town; all they write lies under `<directory>/platform`. */
export async function openTownPlatform(parts: TownPlatformParts): Promise<Platform> {
  const { ground, time, witnesses, secrets, options } = parts;
  const directory = join(ground.directory, 'platform');
  mkdirSync(join(directory, 'read-model'), { recursive: true });
  const log = nativeSigner('Ed25519', secrets.log);
  const founder = nativeSigner('ES256', secrets.founder);
  const vkeys = witnesses.map(({ vkey }) => vkey);
  const genesis = {
    chain: CHAIN,
    founder: publicJwk(founder.publicKey),
    time: parts.foundedAt,
    protocol: NEWEST_PROTOCOL,
  };
  const trust = await trustText(CHAIN, log, vkeys);
  writeFileSync(join(directory, 'trust.json'), trust);
  writeFileSync(join(directory, 'genesis.json'), formatGenesis(genesis));
  return await openPlatform({
    ledgerDirectory: join(directory, 'ledger'),
    readModelDirectory: join(directory, 'read-model'),
    vaultDirectory: join(directory, 'vault'),
    auditDirectory: join(directory, 'audit'),
    accountsDirectory: join(directory, 'accounts'),
    ...(options.anchors === true ? { recorder: nativeSigner('ES256', secrets.recorder) } : {}),
    genesis,
    founding: parts.founding,
    log,
    clock: time,
    contracts: shippedContracts(undefined, options.services),
    witnesses: witnesses.map(({ name, vkey, url }) => ({ name, vkey, url })),
    trust,
    door: {
      host: '127.0.0.1',
      port: parts.port,
      ...(await portalOf(options)),
      ...(parts.monitorUrl === undefined ? {} : { evidence: { monitorUrl: `${parts.monitorUrl}/evidence` } }),
      ...(parts.identities.length === 0
        ? {}
        : {
            signIn: {
              providers: parts.identities.map(({ provider }) => provider),
              accountSecret: parts.secrets.founder,
            },
          }),
      connectOrigins: ['http://127.0.0.1:*'],
      city: {
        ...{ name: '云岭省（演示）', demo: true, regions: REGIONS },
        processes: () => [...ground.health.values()].map((one) => one.view()),
      },
    },
    randomBytes: ground.randomBytes,
    writeLog: (line) => appendFileSync(join(directory, 'api.log'), line),
  });
}

async function portalOf({ portalDirectory, services = [] }: TownOptions) {
  if (portalDirectory === undefined) return {};
  return { portalDirectory, portalFiles: await portalFilesOf(services, portalDirectory) };
}
