import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Arguments, numberOption, readArguments, UsageError } from '../arguments.ts';
import { CliError } from '../cli-error.ts';
import type { Command } from '../command.ts';
import { openNodeFolder } from '../node/node-folder.ts';
import { checkNode, runNode } from '../node/run-node.ts';
import type { Power } from '../power.ts';

const FIRST_PORT = 7_460;

export const node: Command = {
  name: 'node',
  usage: 'minglu node new DIR --chain NAME [--name WORDS] [--port N] | check DIR | start DIR [--production]',
  summary:
    '一个真正使用的节点：新建、核对能否投入使用、启动 a node that is meant: makes one, checks it for service, runs it',
  run: async (power, argv) => {
    const args = readArguments(argv, { flags: ['production'], options: ['chain', 'name', 'port'] });
    const [verb, folder] = args.words;
    if (folder === undefined) throw new UsageError(node.usage);
    const directory = resolve(folder);
    if (verb === 'new') return await make(directory, args, power);
    if (verb === 'check') return await checkNode(directory, power);
    if (verb === 'start') return await runNode(directory, power, args.has('production'));
    throw new UsageError(node.usage);
  },
};

/** A folder that is meant for service from the first line on: what stands against it, `check` says. */
async function make(directory: string, args: Arguments, power: Power): Promise<number> {
  const chain = args.find('chain');
  if (chain === undefined) throw new UsageError(node.usage);
  const configuration = {
    production: true,
    chain,
    name: args.find('name') ?? chain,
    host: '127.0.0.1',
    port: numberOption(args, 'port', FIRST_PORT),
    origins: [],
    tls: { key: 'tls/key.pem', cert: 'tls/cert.pem' },
    metrics: 'token',
    witnesses: [],
    clockUrls: [],
  };
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, 'config.json');
  await writeFile(path, `${JSON.stringify(configuration)}\n`, { flag: 'wx', mode: 0o600 }).catch(() => {
    throw new CliError('directory-not-empty', { file: path });
  });
  const { logKey } = await openNodeFolder(directory, power.randomBytes);
  power.print(`+ ${args.words[1]}/config.json`);
  power.print(`+ ${args.words[1]}/keys/`);
  power.print(`日志公钥，告诉见证人 the log’s key, for witnesses: ${logKey}`);
  return 0;
}
