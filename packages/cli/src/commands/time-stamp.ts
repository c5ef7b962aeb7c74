import { startTimeStamp } from '@minglu/department';
import { numberOption, readArguments, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { numberOf, readConfiguration, textOf } from '../read-configuration.ts';

/** `config.json`: `{"name","words","port"?,"host"?}`. Key and certificate lie beside it, made on the first start. */
export const timeStamp: Command = {
  name: 'time-stamp',
  usage: 'minglu time-stamp DIR [--port N]',
  summary: '时间戳：按 RFC 3161 给印章盖上时间 an RFC 3161 time-stamp authority for seals',
  run: async (power, argv) => {
    const args = readArguments(argv, { options: ['port'] });
    const [directory] = args.words;
    if (directory === undefined) throw new UsageError(timeStamp.usage);
    const configuration = await readConfiguration(directory);
    const running = await startTimeStamp({
      directory,
      name: textOf(configuration, 'name'),
      words: textOf(configuration, 'words'),
      port: numberOption(args, 'port', numberOf(configuration, 'port', 0)),
      host: String(configuration.host ?? '127.0.0.1'),
      clock: power.clock,
      randomBytes: power.randomBytes,
      report: (line) => power.warn(JSON.stringify(line)),
    });
    power.print(`时间戳 time stamps ${running.url}\n${running.authority}`);
    power.ready({ url: running.url, authority: running.authority });
    await power.stopped;
    await running.close();
    return 0;
  },
};
