import { mkdir } from 'node:fs/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { nativeSigner } from '@minglu/node';
import { formatVkey, type Signer, vkeyOf } from '@minglu/protocol';
import type { CityOptions } from '../city-options.ts';
import { CHAIN } from '../seed/organisations.ts';
import { choosePorts } from './choose-ports.ts';
import { openCityKeys } from './city-keys.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type Certificate, selfSigned } from './self-signed.ts';

/** What must be known before the first process starts. */
export interface Preparation {
  readonly options: CityOptions;
  readonly layout: Layout;
  readonly certificate: Certificate | undefined;
  /** The founding administrator. */
  readonly founder: Signer;
  readonly log: Signer;
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
  const log = nativeSigner('Ed25519', keys.log);
  const founder = nativeSigner('ES256', keys.founder);
  const logKey = formatVkey(vkeyOf(CHAIN, 'log', log.publicKey));
  return { options, layout, certificate, founder, log, logKey };
}

/** This process speaks to its own door too, as a client that checks certificates. */
function trustOwn({ cert }: Certificate): void {
  setDefaultCACertificates([...getCACertificates('default'), cert]);
}
