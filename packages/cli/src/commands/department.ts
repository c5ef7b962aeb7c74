import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DocumentSettings,
  type HealthLine,
  type Person,
  type PlatformAddress,
  type RunningDepartment,
  startDepartment,
  type TrustedIssuer,
} from '@minglu/department';
import { isJsonObject, type JsonObject } from '@minglu/protocol';
import { numberOption, readArguments, UsageError } from '../arguments.ts';
import { collectorOf } from '../collector/configured-collector.ts';
import { startShipper } from '../collector/start-shipper.ts';
import type { Command } from '../command.ts';
import { organsOf } from '../organs-of.ts';
import type { Power } from '../power.ts';
import { findProductionFaults } from '../production/find-production-faults.ts';
import { findProductionWarnings } from '../production/find-production-warnings.ts';
import { gatherDepartmentFacts } from '../production/gather-department-facts.ts';
import { sayFaults, sayWarnings } from '../production/say-faults.ts';
import { listOf, numberOf, readConfiguration, textOf } from '../read-configuration.ts';
import { readMessageChannels } from '../read-message-channels.ts';

/** Between looks at the platform's log. */
const POLL_MS = 1_000;

/**
 * `config.json`: `{"id","name","chain","portalOrigins":[…],"platform"?:{"url","logKeys":[…],"pollMs"?,"sinceMs"?},"documents"?:{…},"issuers"?:[{"issuer","keys"}…],"demo"?,"production"?,"collector"?,"port"?,"host"?,"tlsKey"?,"tlsCert"?,"seed"?:[person…]}`,
 * or for several organisations in one process `{"organs":[{"id","name","port"?,"seed"?}…],"chain",…}`.
 * Register and keys lie beside it, or in a folder named like the organisation, and belong to that organisation alone.
 * `messages.json` beside `config.json`: see `readMessageChannels`.
 */
export const department: Command = {
  name: 'department',
  usage: 'minglu department DIR [--port N] [--production]',
  summary: '部门自己的进程：证明、拆封 a department’s own process: attests and opens what is sealed to it',
  run: async (power, argv) => {
    const args = readArguments(argv, { flags: ['production'], options: ['port'] });
    const [directory] = args.words;
    if (directory === undefined) throw new UsageError(department.usage);
    const configuration = await readConfiguration(directory);
    if (args.has('production') || configuration.production === true) {
      const organs = organsOf(configuration);
      const facts = await gatherDepartmentFacts({ directory, configuration, organs }, power);
      const faults = findProductionFaults(facts);
      if (faults.length > 0) return sayFaults(faults, power);
      sayWarnings(findProductionWarnings(facts), power);
    }
    const shared = { ...(await sharedOptions(power, configuration)), messages: await readMessageChannels(directory) };
    const running: RunningDepartment[] = [];
    const shipper = await startShipper({
      ...{ directory, collector: collectorOf(configuration) },
      sources: organsOf(configuration).map((organ) => ({
        name: `audit:department:${textOf(organ.configuration, 'id')}`,
        directory: join(directory, organ.folder, 'audit'),
        files: 'segments',
      })),
      report: (event) => power.warn(JSON.stringify(event)),
    });
    try {
      for (const organ of organsOf(configuration)) {
        const port = numberOf(organ.configuration, 'port', 0);
        running.push(
          await startDepartment({
            ...shared,
            directory: join(directory, organ.folder),
            organisation: { id: textOf(organ.configuration, 'id'), name: textOf(organ.configuration, 'name') },
            port: organ.folder === '' ? numberOption(args, 'port', port) : port,
            ...documentsOf(organ.configuration),
            seed: listOf(organ.configuration, 'seed') as unknown as Person[],
          }),
        );
      }
      for (const { url } of running) power.print(`部门 department ${url}`);
      power.ready({ url: running[0]?.url ?? '' });
      await power.stopped;
    } finally {
      await Promise.all(running.map((one) => one.close()));
      await shipper?.stop();
    }
    return 0;
  },
};

async function sharedOptions(power: Power, configuration: JsonObject) {
  const { tlsKey, tlsCert } = configuration;
  const secure = typeof tlsKey === 'string' && typeof tlsCert === 'string';
  return {
    chain: textOf(configuration, 'chain'),
    host: String(configuration.host ?? '127.0.0.1'),
    ...(secure ? { tls: { key: await readFile(tlsKey, 'utf8'), cert: await readFile(tlsCert, 'utf8') } } : {}),
    portalOrigins: listOf(configuration, 'portalOrigins') as unknown as string[],
    ...(configuration.issuers === undefined
      ? {}
      : { issuers: listOf(configuration, 'issuers') as unknown as TrustedIssuer[] }),
    ...platformOf(configuration),
    demo: configuration.demo === true,
    clock: power.clock,
    randomBytes: power.randomBytes,
    health: ({ organ, part, code }: HealthLine) => power.health({ organ, part, code }),
    report: (line: JsonObject) => power.warn(JSON.stringify(line)),
  };
}

function platformOf(configuration: JsonObject): { platform?: PlatformAddress } {
  const { platform } = configuration;
  if (!isJsonObject(platform)) return {};
  const logKeys = listOf(platform, 'logKeys') as unknown as string[];
  const pollMs = numberOf(platform, 'pollMs', POLL_MS);
  return { platform: { url: textOf(platform, 'url'), logKeys, pollMs, sinceMs: numberOf(platform, 'sinceMs', 0) } };
}

function documentsOf({ documents }: JsonObject): { documents?: DocumentSettings } {
  return isJsonObject(documents) ? { documents: documents as unknown as DocumentSettings } : {};
}
