import { isJsonObject, type JsonObject } from '@minglu/protocol';
import { UsageError } from '../arguments.ts';
import { type ConfiguredCollector, collectorOf } from '../collector/configured-collector.ts';
import { listOf, numberOf, textOf } from '../read-configuration.ts';

/** A provider of identities; the private key we prove ourselves with lies in `keys/<id>.jwk`. */
export interface ConfiguredProvider {
  readonly id: string;
  readonly name: string;
  readonly english: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly organisations: readonly string[];
}

/** `config.json` of a node. Paths are from its folder. */
export interface NodeConfiguration {
  readonly production: boolean;
  readonly chain: string;
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** Where people reach it, where something stands before it. */
  readonly origins: readonly string[];
  readonly tls: { readonly key: string; readonly cert: string } | undefined;
  /** `token`: whoever brings what stands in `keys/metrics`. */
  readonly metrics: 'open' | 'off' | 'token';
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly demo: boolean;
  readonly witnesses: readonly { readonly name: string; readonly vkey: string; readonly url: string }[];
  readonly clockUrls: readonly string[];
  readonly signIn: readonly ConfiguredProvider[];
  /** Domain of passkeys, where it is above the host of the pages. */
  readonly passkeyDomain: string | undefined;
  /** A second port that asks for client certificates; who vouches for people, and what they have revoked. */
  readonly certificates: ConfiguredCertificates | undefined;
  /** Requests a minute of other systems that may ask more, or less, than the rest; by thumbprint. */
  readonly quotas: readonly { readonly kid: string; readonly perMinute: number }[];
  /** Another system that keeps a copy of the trail and of the door's log. */
  readonly collector: ConfiguredCollector | undefined;
}

export interface ConfiguredCertificates {
  readonly port: number;
  /** PEM files. */
  readonly authorities: readonly string[];
  readonly revocationList: string | undefined;
}

const MEMBERS = new Set(
  'production chain name host port origins tls metrics logLevel demo witnesses clockUrls signIn passkeyDomain certificates quotas collector'.split(
    ' ',
  ),
);
const METRICS = ['open', 'off', 'token'] as const;
const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Throws `UsageError` naming the member; one that nobody knows is a slip that would else go unseen. */
export function parseNodeConfiguration(configuration: JsonObject): NodeConfiguration {
  const unknown = Object.keys(configuration).find((member) => !MEMBERS.has(member));
  if (unknown !== undefined) throw new UsageError(`config.json: ${unknown}`);
  return {
    production: flagOf(configuration, 'production'),
    chain: textOf(configuration, 'chain'),
    name: textOf(configuration, 'name'),
    host: String(configuration.host ?? '127.0.0.1'),
    port: numberOf(configuration, 'port', 7_460),
    origins: addressesOf(configuration, 'origins'),
    tls: tlsOf(configuration),
    metrics: oneOf(configuration, 'metrics', METRICS, 'token'),
    logLevel: oneOf(configuration, 'logLevel', LEVELS, 'info'),
    demo: flagOf(configuration, 'demo'),
    witnesses: listOf(configuration, 'witnesses').map((one) => ({
      name: textOf(one, 'name'),
      vkey: textOf(one, 'vkey'),
      url: textOf(one, 'url'),
    })),
    clockUrls: addressesOf(configuration, 'clockUrls'),
    signIn: listOf(configuration, 'signIn').map(providerOf),
    passkeyDomain: configuration.passkeyDomain === undefined ? undefined : textOf(configuration, 'passkeyDomain'),
    certificates: certificatesOf(configuration),
    quotas: listOf(configuration, 'quotas').map((one) => ({
      kid: textOf(one, 'kid'),
      perMinute: numberOf(one, 'perMinute', 0),
    })),
    collector: collectorOf(configuration),
  };
}

function providerOf(one: JsonObject): ConfiguredProvider {
  const id = textOf(one, 'id');
  // It names a file: nothing that leads out of the folder.
  if (!/^[a-z0-9-]{1,32}$/.test(id)) throw new UsageError('config.json: signIn.id');
  return {
    id,
    name: textOf(one, 'name'),
    english: textOf(one, 'english'),
    issuer: textOf(one, 'issuer'),
    clientId: textOf(one, 'clientId'),
    organisations: listOf(one, 'organisations').map(String),
  };
}

function tlsOf({ tls }: JsonObject): NodeConfiguration['tls'] {
  if (tls === undefined) return undefined;
  if (!isJsonObject(tls)) throw new UsageError('config.json: tls');
  return { key: textOf(tls, 'key'), cert: textOf(tls, 'cert') };
}

function certificatesOf({ certificates, tls }: JsonObject): NodeConfiguration['certificates'] {
  if (certificates === undefined) return undefined;
  if (!isJsonObject(certificates) || tls === undefined) throw new UsageError('config.json: certificates');
  const authorities = listOf(certificates, 'authorities').map(String);
  if (authorities.length === 0) throw new UsageError('config.json: certificates.authorities');
  const revocationList = certificates.revocationList === undefined ? undefined : textOf(certificates, 'revocationList');
  return { port: numberOf(certificates, 'port', 7_461), authorities, revocationList };
}

function addressesOf(configuration: JsonObject, member: string): readonly string[] {
  const addresses = listOf(configuration, member).map(String);
  if (!addresses.every((one) => URL.canParse(one))) throw new UsageError(`config.json: ${member}`);
  return addresses;
}

function flagOf(configuration: JsonObject, member: string): boolean {
  const value = configuration[member] ?? false;
  // "false" in quotation marks would else be taken for true, or a typed "true" for nothing.
  if (typeof value !== 'boolean') throw new UsageError(`config.json: ${member}`);
  return value;
}

function oneOf<Choice extends string>(
  configuration: JsonObject,
  member: string,
  choices: readonly Choice[],
  otherwise: Choice,
): Choice {
  const value = configuration[member] ?? otherwise;
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw new UsageError(`config.json: ${member} (${choices.join(' | ')})`);
  return choice;
}
