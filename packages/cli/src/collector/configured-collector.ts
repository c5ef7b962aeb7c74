import { isJsonObject, type JsonObject } from '@minglu/protocol';
import { UsageError } from '../arguments.ts';
import { numberOf, textOf } from '../read-configuration.ts';

/** `collector` in `config.json`. Paths of PEM files, from its folder. */
export interface ConfiguredCollector {
  readonly host: string;
  readonly port: number;
  /** Whose certificates it may have; those the machine trusts where nothing is said. */
  readonly ca: string | undefined;
  /** With which we say who we are, where it asks. */
  readonly client: { readonly key: string; readonly cert: string } | undefined;
}

/** RFC 5425 4.1. */
const SYSLOG_TLS_PORT = 6_514;
const MEMBERS = ['host', 'port', 'ca', 'key', 'cert'];

/** Throws `UsageError` naming the member. */
export function collectorOf({ collector }: JsonObject): ConfiguredCollector | undefined {
  if (collector === undefined) return undefined;
  if (!isJsonObject(collector)) throw new UsageError('config.json: collector');
  const unknown = Object.keys(collector).find((member) => !MEMBERS.includes(member));
  if (unknown !== undefined) throw new UsageError(`config.json: collector.${unknown}`);
  const { ca, key, cert } = collector;
  return {
    host: textOf(collector, 'host'),
    port: numberOf(collector, 'port', SYSLOG_TLS_PORT),
    ca: ca === undefined ? undefined : textOf(collector, 'ca'),
    client:
      key === undefined && cert === undefined
        ? undefined
        : { key: textOf(collector, 'key'), cert: textOf(collector, 'cert') },
  };
}
