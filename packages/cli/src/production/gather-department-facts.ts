import { readdir, readFile, stat } from 'node:fs/promises';
import { url as inspectorUrl } from 'node:inspector';
import { isAbsolute, join } from 'node:path';
import { base64urlDecode, isJsonObject, type JsonObject, parseStrictJsonObject } from '@minglu/protocol';
import type { Power } from '../power.ts';
import { listOf, textOf } from '../read-configuration.ts';
import { askClocks } from './ask-clocks.ts';
import type { ProductionFacts } from './production-facts.ts';

interface DepartmentFolder {
  readonly directory: string;
  readonly configuration: JsonObject;
  /** Folders of its organisations, from its own; empty for the only one. */
  readonly organs: readonly { readonly folder: string; readonly configuration: JsonObject }[];
}

/** What a department's process would go into service with: it holds the keys that open what people sealed. */
export async function gatherDepartmentFacts(
  { directory, configuration, organs }: DepartmentFolder,
  power: Power,
): Promise<ProductionFacts> {
  const { tlsKey, tlsCert } = configuration;
  const keyFiles = organs.map(({ folder }) => join(folder, 'keys.json'));
  const kept = await Promise.all(keyFiles.map(async (file) => secretsIn(directory, file)));
  const platformUrl = isJsonObject(configuration.platform) ? [textOf(configuration.platform, 'url')] : [];
  const tlsFiles = [tlsKey, tlsCert].filter((path) => typeof path === 'string');
  const files = [...keyFiles, 'messages.json', ...(typeof tlsKey === 'string' && !isAbsolute(tlsKey) ? [tlsKey] : [])];
  return {
    chain: textOf(configuration, 'chain'),
    secrets: kept.flatMap(({ secrets }) => secrets),
    trusted: [],
    credentials: [],
    guarded: await modesOf(directory, files),
    leftovers: kept.flatMap(({ officers }) => officers),
    providers: listOf(configuration, 'issuers').map((one) => {
      const issuer = textOf(one, 'issuer');
      return { id: URL.canParse(issuer) ? new URL(issuer).host : issuer, issuer };
    }),
    isDemo: configuration.demo === true,
    people: organs.reduce((sum, organ) => sum + listOf(organ.configuration, 'seed').length, 0),
    metrics: undefined,
    logLevel: 'info',
    isInspected: inspectorUrl() !== undefined,
    env: power.env,
    tls: tlsFiles.length === 2 ? { key: await read(String(tlsKey)), cert: await read(String(tlsCert)) } : undefined,
    hosts: [],
    isCollected: configuration.collector !== undefined,
    nowMs: power.clock(),
    clocks: await askClocks(platformUrl, power.clock),
    newestFileMs: await newestOf(directory),
  };
}

/** Whoever lets the organisation hold its officers' keys lets it sign in their name. */
async function secretsIn(directory: string, file: string) {
  const text = await readFile(join(directory, file), 'utf8').catch(() => '{}');
  const entries = Object.entries(parseStrictJsonObject(text.trim()));
  return {
    secrets: entries.map(([name, value]) => ({ file: `${file}#${name}`, bytes: base64urlDecode(String(value)) })),
    officers: entries.flatMap(([name]) => (name.startsWith('officer:') ? [`${file}#${name}`] : [])),
  };
}

async function modesOf(directory: string, files: readonly string[]): Promise<ProductionFacts['guarded']> {
  const found = await Promise.all(
    files.map(async (file) => ({ file, entry: await stat(join(directory, file)).catch(() => undefined) })),
  );
  return found.flatMap(({ file, entry }) => (entry === undefined ? [] : [{ file, mode: entry.mode }]));
}

async function newestOf(directory: string): Promise<number> {
  const names = await readdir(directory);
  const stats = await Promise.all(names.map((name) => stat(join(directory, name)).catch(() => undefined)));
  return Math.max(0, ...stats.map((one) => one?.mtimeMs ?? 0));
}

function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
