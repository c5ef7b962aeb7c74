import { startMonitor } from '@minglu/witness';
import { numberOption, readArguments, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { listOf, numberOf, readConfiguration, textOf } from '../read-configuration.ts';

const POLL_MS = 2_000;

/** `config.json`: `{"origin","logKeys":["vkey"…],"logUrl","witnesses":[{"vkey","url"}],"port"?,"host"?,"pollMs"?}`. */
export const monitor: Command = {
  name: 'monitor',
  usage: 'minglu monitor DIR [--port N]',
  summary: '监视者：像陌生人一样读日志，留下不一致的证据 reads the log as a stranger and keeps what contradicts it',
  run: async (power, argv) => {
    const args = readArguments(argv, { options: ['port'] });
    const [directory] = args.words;
    if (directory === undefined) throw new UsageError(monitor.usage);
    const configuration = await readConfiguration(directory);
    const running = await startMonitor({
      directory,
      origin: textOf(configuration, 'origin'),
      logKeys: listOf(configuration, 'logKeys') as unknown as string[],
      logUrl: textOf(configuration, 'logUrl'),
      witnesses: listOf(configuration, 'witnesses') as unknown as { vkey: string; url: string }[],
      port: numberOption(args, 'port', numberOf(configuration, 'port', 0)),
      host: String(configuration.host ?? '127.0.0.1'),
      pollMs: numberOf(configuration, 'pollMs', POLL_MS),
      timeoutMs: 5_000,
      clock: power.clock,
      fetch: (url, init) => fetch(url, init),
      report: (line) => power.warn(JSON.stringify(line)),
    });
    power.print(`监视者 monitor ${running.url}/status`);
    power.ready({ url: running.url });
    await power.stopped;
    await running.close();
    return 0;
  },
};
