import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  formatGenesis,
  lockCity,
  openPlatform,
  parseGenesis,
  shippedContracts,
  systemClock,
  trustText,
} from '@minglu/city';
import { type Genesis, NEWEST_PROTOCOL } from '@minglu/ledger';
import { diskFileSystem, writeFileDurably } from '@minglu/node';
import { formatStrictJson, type JsonObject, parseStrictJsonObject, publicJwk, utf8Encode } from '@minglu/protocol';
import { startShipper } from '../collector/start-shipper.ts';
import type { Power } from '../power.ts';
import { findProductionFaults } from '../production/find-production-faults.ts';
import { findProductionWarnings } from '../production/find-production-warnings.ts';
import { sayFaults, sayWarnings } from '../production/say-faults.ts';
import { gatherNodeFacts, readTls } from './gather-node-facts.ts';
import { holdCeremony } from './hold-ceremony.ts';
import { type NodeFolder, openNodeFolder } from './node-folder.ts';
import { readStaffDoor } from './read-staff-door.ts';

interface Beginning {
  readonly genesis: Genesis;
  readonly founding: readonly string[];
}

/** Says what stands against going into service; the folder's keys are made where there were none. Exit code. */
export async function checkNode(directory: string, power: Power): Promise<number> {
  const folder = await openNodeFolder(directory, power.randomBytes);
  const facts = await gatherNodeFacts(folder, power);
  sayWarnings(findProductionWarnings(facts), power);
  return sayFaults(findProductionFaults(facts), power);
}

/** Runs a node and its door until it is asked to end; founds the chain first, where there is none. Exit code. */
export async function runNode(directory: string, power: Power, isProduction: boolean): Promise<number> {
  const folder = await openNodeFolder(directory, power.randomBytes);
  if (isProduction || folder.configuration.production) {
    const facts = await gatherNodeFacts(folder, power);
    const faults = findProductionFaults(facts);
    if (faults.length > 0) return sayFaults(faults, power);
    sayWarnings(findProductionWarnings(facts), power);
  }
  const lock = await lockCity(directory, power.pid);
  try {
    const beginning = (await readBeginning(directory)) ?? (await found(folder, power));
    const platform = await openNodePlatform(folder, beginning, power);
    power.print(`节点 node ${platform.url}`);
    power.ready({ url: platform.url });
    await power.stopped;
    await platform.close();
    return 0;
  } finally {
    await lock.release();
  }
}

/** The ceremony, and what came of it on disk before the first block. */
async function found(folder: NodeFolder, power: Power): Promise<Beginning> {
  const { directory, configuration, logKey, recorder } = folder;
  const { host, port, chain, tls } = configuration;
  const { founder, time, transactions } = await holdCeremony({
    ...{ host, port, chain, logKey, recorder: recorder.publicKey },
    tls: await readTls(directory, tls),
    clock: power.clock,
    randomBytes: power.randomBytes,
    announce: (url, secret) => {
      power.print(`等待创立 waiting to be founded: ${url}`);
      power.print(`一次性口令，只显示这一次，15 分钟内有效 secret, shown once, good for 15 minutes: ${secret}`);
    },
    warn: (wrong) => power.warn(`✗ 有人用错误的口令来过 somebody came with a wrong secret: ${wrong}`),
    stopped: power.stopped,
  });
  const genesis = { chain, founder: publicJwk(founder), time, protocol: NEWEST_PROTOCOL };
  const write = (name: string, text: string) =>
    writeFileDurably(diskFileSystem, join(directory, name), utf8Encode(text));
  await write('founding.json', formatStrictJson({ v: 0, type: 'minglu-founding', transactions }));
  await write('genesis.json', formatGenesis(genesis));
  power.print(`已创立，首位管理员 founded, first administrator: ${founder.kid}`);
  return { genesis, founding: transactions };
}

/** Of an earlier start; the deeds are for one that ended before its first block. */
async function readBeginning(directory: string): Promise<Beginning | undefined> {
  if (!(await readdir(directory)).includes('genesis.json')) return undefined;
  const genesis = parseGenesis(await readFile(join(directory, 'genesis.json'), 'utf8'));
  const { transactions } = parseStrictJsonObject(await readFile(join(directory, 'founding.json'), 'utf8'), 131_072);
  return { genesis, founding: (transactions as readonly string[]).map(String) };
}

async function openNodePlatform(folder: NodeFolder, { genesis, founding }: Beginning, power: Power) {
  const { directory, configuration, log, recorder, accountSecret, metricsToken } = folder;
  const { host, port, name, witnesses, origins, metrics, logLevel, signIn } = configuration;
  const trust = await trustText(
    configuration.chain,
    log,
    witnesses.map(({ vkey }) => vkey),
  );
  await writeFileDurably(diskFileSystem, join(directory, 'trust.json'), utf8Encode(trust));
  await mkdir(join(directory, 'read-model'), { recursive: true, mode: 0o700 });
  const logFile = createWriteStream(join(directory, 'api.log'), { flags: 'a', mode: 0o600 });
  const shipper = await startShipper({
    ...{ directory, collector: configuration.collector },
    sources: [
      { name: 'audit:api', directory: join(directory, 'audit'), files: 'segments' },
      { name: 'log:api', directory, files: 'api.log' },
    ],
    report: (event) => {
      logFile.write(`${JSON.stringify({ level: 50, time: power.clock(), ...event })}\n`);
      power.warn(JSON.stringify(event));
    },
  });
  const tls = await readTls(directory, configuration.tls);
  const providers = await Promise.all(
    signIn.map(async (one) => ({ ...one, clientKey: await readClientKey(directory, one.id) })),
  );
  const platform = await openPlatform({
    ledgerDirectory: join(directory, 'ledger'),
    readModelDirectory: join(directory, 'read-model'),
    vaultDirectory: join(directory, 'vault'),
    auditDirectory: join(directory, 'audit'),
    accountsDirectory: join(directory, 'accounts'),
    ...{ recorder, genesis, founding, log, witnesses, trust },
    clock: systemClock(power.clock),
    contracts: shippedContracts(),
    door: {
      ...{ host, port, logLevel },
      ...(tls === undefined ? {} : { tls }),
      ...(origins.length === 0 ? {} : { origins }),
      metrics: metrics === 'token' ? { token: metricsToken } : metrics,
      city: { name, demo: configuration.demo },
      ...(providers.length === 0 ? {} : { signIn: { providers, accountSecret } }),
      ...(await readStaffDoor(directory, configuration)),
    },
    randomBytes: power.randomBytes,
    writeLog: (line) => logFile.write(line),
  });
  const close = async () => {
    await platform.close();
    await new Promise((resolve) => logFile.end(resolve));
    await shipper?.stop();
  };
  return { url: platform.url, close };
}

async function readClientKey(directory: string, id: string): Promise<JsonObject> {
  return parseStrictJsonObject((await readFile(join(directory, 'keys', `${id}.jwk`), 'utf8')).trim());
}
