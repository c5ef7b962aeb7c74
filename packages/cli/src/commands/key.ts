import { resolve } from 'node:path';
import { readArguments, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { makeSigningKey, readSigningKey } from '../first-day/signing-key.ts';

export const key: Command = {
  name: 'key',
  usage: 'minglu key new FILE | show FILE',
  summary:
    '自己的签名钥匙：在这台机器上新建；只告诉别人指纹 a key of one’s own: made here, others learn its thumbprint',
  run: async (power, argv) => {
    const [verb, file] = readArguments(argv, {}).words;
    if (file === undefined || (verb !== 'new' && verb !== 'show')) throw new UsageError(key.usage);
    const path = resolve(file);
    const { publicKey } = verb === 'new' ? await makeSigningKey(path, power.randomBytes) : await readSigningKey(path);
    if (verb === 'new') power.print(`+ ${file}`);
    power.print(`指纹 thumbprint: ${publicKey.kid}`);
    return 0;
  },
};
