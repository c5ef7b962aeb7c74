import { mkdir } from 'node:fs/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { formatVkey, signerFromSecret, vkeyOf } from '@minglu/protocol';
import type { CityOptions } from '../city-options.ts';
import { CHAIN } from '../seed/organisations.ts';
import { choosePorts } from './choose-ports.ts';
import { type CityKeys, openCityKeys } from './city-keys.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type Certificate, selfSigned } from './self-signed.ts';

/** What must be known before the first process starts. */
export interface Preparation {
  readonly options: CityOptions;
  readonly layout: Layout;
  readonly certificate: Certificate | undefined;
  /** Whoever signs with them makes a signer there: the node that brings the quick one is loaded while the children start. */
  readonly keys: CityKeys;
  /** vkey of the log. */
  readonly logKey: string;
}

export async function prepareCity(options: CityOptions): Promise<Preparation> {
  const { directory, firstPort, lanAddress, clock, randomBytes } = options;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const layout = layoutOf(
    directory,
    await choosePorts(firstPort, lanAddress === undefined ? '127.0.0.1' : '0.0.0.0'),
    lanAddress,
  );
  const certificate = lanAddress === undefined ? undefined : await selfSigned(directory, lanAddress, clock());
  if (certificate !== undefined) trustOwn(certificate);
  const keys = await openCityKeys(directory, randomBytes);
  const logKey = formatVkey(vkeyOf(CHAIN, 'log', signerFromSecret('Ed25519', keys.log).publicKey));
  return { options, layout, certificate, keys, logKey };
}

/** This process speaks to its own door too, as a client that checks certificates. */
function trustOwn({ cert }: Certificate): void {
  setDefaultCACertificates([...getCACertificates('default'), cert]);
}
