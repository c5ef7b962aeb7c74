import { readFile } from 'node:fs/promises';
import { type IdentityAccount, type IdentityClient, startIdentity } from '@minglu/identity';
import { readArguments, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { listOf, numberOf, readConfiguration, textOf } from '../read-configuration.ts';

/** `config.json`: `{"issuer","clients":[{"id","name","redirectUris","logoutUri","key"}…],"accounts":[{"id","name","note","level","organisation"}…],"port"?,"host"?,"tlsKey"?,"tlsCert"?}`. */
export const identity: Command = {
  name: 'identity',
  usage: 'minglu identity DIR',
  summary: '统一身份认证（演示） an OpenID provider with invented people, for demonstrations',
  run: async (power, argv) => {
    const [directory] = readArguments(argv, {}).words;
    if (directory === undefined) throw new UsageError(identity.usage);
    const configuration = await readConfiguration(directory);
    const { tlsKey, tlsCert } = configuration;
    const secure = typeof tlsKey === 'string' && typeof tlsCert === 'string';
    const running = await startIdentity({
      issuer: textOf(configuration, 'issuer'),
      host: String(configuration.host ?? '127.0.0.1'),
      port: numberOf(configuration, 'port', 0),
      ...(secure ? { tls: { key: await readFile(tlsKey, 'utf8'), cert: await readFile(tlsCert, 'utf8') } } : {}),
      accounts: listOf(configuration, 'accounts') as unknown as IdentityAccount[],
      clients: listOf(configuration, 'clients') as unknown as IdentityClient[],
      randomBytes: power.randomBytes,
    });
    power.print(`统一身份认证（演示） identity ${running.issuer}`);
    power.ready({ url: running.issuer });
    await power.stopped;
    await running.close();
    return 0;
  },
};
