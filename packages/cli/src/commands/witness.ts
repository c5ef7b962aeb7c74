import { signerFromSecret } from '@minglu/protocol';
import { startWitness } from '@minglu/witness';
import { numberOption, readArguments, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { openSecret } from '../open-secret.ts';
import { listOf, numberOf, readConfiguration, textOf } from '../read-configuration.ts';

/** `config.json`: `{"name","logs":[{"origin","keys":["vkey"…]}],"port"?,"host"?}`. The key lies beside it, made on the first start. */
export const witness: Command = {
  name: 'witness',
  usage: 'minglu witness DIR [--port N]',
  summary: '见证人：只对前后一致的检查点副署 cosigns checkpoints that extend the last one it saw',
  run: async (power, argv) => {
    const args = readArguments(argv, { options: ['port'] });
    const [directory] = args.words;
    if (directory === undefined) throw new UsageError(witness.usage);
    const configuration = await readConfiguration(directory);
    const running = await startWitness({
      directory,
      name: textOf(configuration, 'name'),
      signer: signerFromSecret('Ed25519', await openSecret(directory, 'key', power.randomBytes)),
      logs: listOf(configuration, 'logs') as unknown as { origin: string; keys: string[] }[],
      port: numberOption(args, 'port', numberOf(configuration, 'port', 0)),
      host: String(configuration.host ?? '127.0.0.1'),
      clock: power.clock,
      report: (line) => power.warn(JSON.stringify(line)),
    });
    power.print(`见证人 witness ${running.name} ${running.url}\n${running.vkey}`);
    power.ready({ url: running.url, vkey: running.vkey });
    await power.stopped;
    await running.close();
    return 0;
  },
};
