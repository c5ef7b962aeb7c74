import { readFile } from 'node:fs/promises';
import { type Person, type PlatformAddress, startDepartment } from '@minglu/department';
import { isJsonObject, type JsonObject } from '@minglu/protocol';
import { numberOption, readArguments, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { listOf, numberOf, readConfiguration, textOf } from '../read-configuration.ts';
import { readMessageChannels } from '../read-message-channels.ts';

/** Between looks at the platform's log. */
const POLL_MS = 1_000;

/**
 * `config.json`: `{"id","name","chain","portalOrigins":[…],"platform"?:{"url","logKeys":[…],"pollMs"?,"sinceMs"?},"demo"?,"port"?,"host"?,"tlsKey"?,"tlsCert"?,"seed"?:[person…]}`.
 * Register and keys lie beside it and belong to the department alone. `messages.json`: see `readMessageChannels`.
 */
export const department: Command = {
  name: 'department',
  usage: 'minglu department DIR [--port N]',
  summary: '一个部门自己的进程：证明、拆封 one department: attests and opens what is sealed to it',
  run: async (power, argv) => {
    const args = readArguments(argv, { options: ['port'] });
    const [directory] = args.words;
    if (directory === undefined) throw new UsageError(department.usage);
    const configuration = await readConfiguration(directory);
    const { tlsKey, tlsCert } = configuration;
    const secure = typeof tlsKey === 'string' && typeof tlsCert === 'string';
    const running = await startDepartment({
      directory,
      organisation: { id: textOf(configuration, 'id'), name: textOf(configuration, 'name') },
      chain: textOf(configuration, 'chain'),
      port: numberOption(args, 'port', numberOf(configuration, 'port', 0)),
      host: String(configuration.host ?? '127.0.0.1'),
      ...(secure ? { tls: { key: await readFile(tlsKey, 'utf8'), cert: await readFile(tlsCert, 'utf8') } } : {}),
      portalOrigins: listOf(configuration, 'portalOrigins') as unknown as string[],
      ...platformOf(configuration),
      messages: await readMessageChannels(directory),
      demo: configuration.demo === true,
      seed: listOf(configuration, 'seed') as unknown as Person[],
      clock: power.clock,
      randomBytes: power.randomBytes,
      report: (line) => power.warn(JSON.stringify(line)),
    });
    power.print(`部门 department ${running.url}`);
    power.ready({ url: running.url });
    await power.stopped;
    await running.close();
    return 0;
  },
};

function platformOf(configuration: JsonObject): { platform?: PlatformAddress } {
  const { platform } = configuration;
  if (!isJsonObject(platform)) return {};
  const logKeys = listOf(platform, 'logKeys') as unknown as string[];
  const pollMs = numberOf(platform, 'pollMs', POLL_MS);
  return { platform: { url: textOf(platform, 'url'), logKeys, pollMs, sinceMs: numberOf(platform, 'sinceMs', 0) } };
}
