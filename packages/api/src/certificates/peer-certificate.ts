import { createHash, X509Certificate } from 'node:crypto';
import { type DetailedPeerCertificate, TLSSocket } from 'node:tls';
import type { FastifyRequest } from 'fastify';

/** The certificates the sender's TLS handshake brought, DER, the proved one first; none where none was asked for or brought. */
export const peerChain = ({ raw }: Pick<FastifyRequest, 'raw'>): readonly Uint8Array[] => {
  const { socket } = raw;
  if (!(socket instanceof TLSSocket)) return [];
  const chain: Uint8Array[] = [];
  let at = socket.getPeerCertificate(true) as Partial<DetailedPeerCertificate> | undefined;
  // A self-signed one is its own issuer.
  while (at?.raw !== undefined && !chain.some((der) => Buffer.from(der).equals(at?.raw as Buffer))) {
    chain.push(at.raw);
    at = at.issuerCertificate;
  }
  return chain;
};

/** The certificate whose key the handshake proved. Whether anybody vouches for it is not said. */
export const findPeerCertificate = (request: Pick<FastifyRequest, 'raw'>): X509Certificate | undefined => {
  const [der] = peerChain(request);
  return der === undefined ? undefined : new X509Certificate(der);
};

/** `x5t#S256` of RFC 8705, 3.1. */
export const certificateThumbprint = ({ raw }: X509Certificate): string =>
  createHash('sha256').update(raw).digest('base64url');
