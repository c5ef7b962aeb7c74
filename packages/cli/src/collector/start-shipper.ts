import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { type CollectorAddress, LineShipper, type LineSource, type ShipperEvent } from '@minglu/audit';
import { CliError } from '../cli-error.ts';
import type { ConfiguredCollector } from './configured-collector.ts';

/** How far the collector has the lines, beside `config.json`. */
const CURSOR_FILE = 'collector.json';

export interface ShipperParts {
  readonly directory: string;
  readonly collector: ConfiguredCollector | undefined;
  readonly sources: readonly LineSource[];
  readonly report: (event: ShipperEvent) => void;
}

/** Nothing where no collector is configured. A PEM file that is named and not there is `file-missing`: silence would be taken for service. */
export async function startShipper({
  directory,
  collector,
  sources,
  report,
}: ShipperParts): Promise<LineShipper | undefined> {
  if (collector === undefined) return undefined;
  const cursorFile = join(directory, CURSOR_FILE);
  const address = await addressOf(directory, collector);
  return await LineShipper.start({ collector: address, host: hostname(), sources, cursorFile, report });
}

async function addressOf(
  directory: string,
  { host, port, ca, client }: ConfiguredCollector,
): Promise<CollectorAddress> {
  const read = (path: string) =>
    readFile(isAbsolute(path) ? path : join(directory, path), 'utf8').catch(() => {
      throw new CliError('file-missing', { file: path });
    });
  return {
    ...{ host, port },
    ...(ca === undefined ? {} : { ca: await read(ca) }),
    ...(client === undefined ? {} : { client: { key: await read(client.key), cert: await read(client.cert) } }),
  };
}
