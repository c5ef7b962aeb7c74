import { readdir, readFile, stat } from 'node:fs/promises';
import { url as inspectorUrl } from 'node:inspector';
import { isAbsolute, join } from 'node:path';
import { parseGenesis } from '@minglu/city';
import { parsePublicJwk } from '@minglu/protocol';
import type { Power } from '../power.ts';
import { askClocks } from '../production/ask-clocks.ts';
import type { ProductionFacts } from '../production/production-facts.ts';
import { guardedFiles, type NodeFolder } from './node-folder.ts';

/** What the demonstration leaves in a folder of its own. */
const DEMONSTRATION = ['city.json', 'keys.json', 'identity.json'];

/** What this folder would go into service with. */
export async function gatherNodeFacts(folder: NodeFolder, power: Power): Promise<ProductionFacts> {
  const { directory, configuration } = folder;
  const { tls, witnesses, clockUrls, signIn, host, origins } = configuration;
  const clients = signIn.map(({ id }) => `keys/${id}.jwk`);
  return {
    chain: configuration.chain,
    secrets: folder.secrets,
    trusted: await trustedOf(directory),
    credentials: [{ file: 'keys/metrics', text: folder.metricsToken }],
    guarded: await guardedFiles(directory, tls === undefined || isAbsolute(tls.key) ? [] : [tls.key]),
    leftovers: await namesIn(directory, DEMONSTRATION),
    providers: signIn,
    isDemo: configuration.demo,
    people: 0,
    metrics: configuration.metrics,
    logLevel: configuration.logLevel,
    isInspected: inspectorUrl() !== undefined,
    env: power.env,
    tls: await readTls(directory, tls),
    hosts: origins.length > 0 ? origins.map((one) => new URL(one).hostname) : hostOf(host),
    isCollected: configuration.collector !== undefined,
    nowMs: power.clock(),
    clocks: await askClocks([...clockUrls, ...witnesses.map(({ url }) => url)], power.clock),
    newestFileMs: await newestIn(directory, [...clients, 'ledger', 'audit', 'vault']),
  };
}

/** An address that means every one of this machine's is no name that people type. */
function hostOf(host: string): readonly string[] {
  return ['0.0.0.0', '::'].includes(host) ? [] : [host];
}

async function trustedOf(directory: string): Promise<ProductionFacts['trusted']> {
  const text = await readFile(join(directory, 'genesis.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  return [{ name: 'founder', kid: parsePublicJwk(parseGenesis(text).founder).kid }];
}

async function namesIn(directory: string, names: readonly string[]): Promise<readonly string[]> {
  const here = await readdir(directory);
  return names.filter((name) => here.includes(name));
}

export async function readTls(
  directory: string,
  tls: { readonly key: string; readonly cert: string } | undefined,
): Promise<ProductionFacts['tls']> {
  if (tls === undefined) return undefined;
  const read = (path: string) => readFile(isAbsolute(path) ? path : join(directory, path), 'utf8').catch(() => '');
  const [key, cert] = await Promise.all([read(tls.key), read(tls.cert)]);
  return key === '' && cert === '' ? undefined : { key, cert };
}

/** 0 where there is none of them. */
async function newestIn(directory: string, names: readonly string[]): Promise<number> {
  const times = names.map(async (name) => {
    const path = join(directory, name);
    const entry = await stat(path).catch(() => undefined);
    if (entry === undefined) return 0;
    const inside = entry.isDirectory() ? await readdir(path) : [];
    const stats = await Promise.all(inside.map((one) => stat(join(path, one)).catch(() => undefined)));
    return Math.max(entry.mtimeMs, ...stats.map((one) => one?.mtimeMs ?? 0));
  });
  return Math.max(0, ...(await Promise.all(times)));
}
