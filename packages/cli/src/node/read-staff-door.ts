import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ApiOptions, Rfc5280Checker } from '@minglu/api';
import type { ConfiguredCertificates, NodeConfiguration } from './node-configuration.ts';

/** How staff and systems come besides the providers: passkeys' domain, certificates, quotas. Paths are from the node's folder. */
export async function readStaffDoor(
  directory: string,
  { passkeyDomain, certificates, quotas }: Pick<NodeConfiguration, 'passkeyDomain' | 'certificates' | 'quotas'>,
): Promise<Pick<ApiOptions, 'passkeys' | 'certificates' | 'clients'>> {
  const perClient = new Map(quotas.map(({ kid, perMinute }) => [kid, perMinute]));
  return {
    ...(passkeyDomain === undefined ? {} : { passkeys: { rpId: passkeyDomain } }),
    ...(certificates === undefined
      ? {}
      : { certificates: { port: certificates.port, checker: await checkerOf(directory, certificates) } }),
    ...(quotas.length === 0 ? {} : { clients: { quotas: perClient } }),
  };
}

async function checkerOf(
  directory: string,
  { authorities, revocationList }: ConfiguredCertificates,
): Promise<Rfc5280Checker> {
  return new Rfc5280Checker({
    authorities: await Promise.all(authorities.map((path) => readFile(join(directory, path), 'utf8'))),
    ...(revocationList === undefined ? {} : { revocationFile: join(directory, revocationList) }),
  });
}
