import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { ApiOptions } from '../api-options.ts';

export interface CertificateDoor {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The same server behind a second port that asks for a certificate. Any is taken in the handshake: what one is worth each
 * route says, so that a refusal has a code and not a broken connection.
 */
export const openCertificateDoor = async (
  app: FastifyInstance,
  { tls, host, certificates }: ApiOptions,
): Promise<CertificateDoor | undefined> => {
  if (tls === undefined || certificates === undefined) return undefined;
  const asks = { requestCert: true, rejectUnauthorized: false, minVersion: 'TLSv1.2' } as const;
  const server: Server = createServer({ ...tls, ...asks }, (request, response) => app.routing(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(certificates.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
