import type { X509Certificate } from 'node:crypto';
import { parsePublicJwk } from '@minglu/protocol';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { readRecord } from '../queries/read-record.ts';
import type { SessionKey } from '../session/session.ts';

/**
 * RFC 8705, 2.2: a client whose TLS key is the key that was registered for it. Who issued the certificate does not matter:
 * the key's register is the ledger. Throws `client-refused`.
 */
export const clientByCertificate = (context: ApiContext, certificate: X509Certificate): SessionKey => {
  const kid = kidOf(certificate);
  const record = kid === undefined ? undefined : readRecord(context.node, `key/${kid}`);
  if (kid === undefined || record?.status !== 'active' || typeof record.org !== 'string')
    throw new ApiError('client-refused');
  return { kid, caseKey: false, organisation: record.org };
};

const kidOf = ({ publicKey }: X509Certificate): string | undefined => {
  try {
    const { kty = '', crv = '', x = '', y } = publicKey.export({ format: 'jwk' });
    return parsePublicJwk({ kty, crv, x, ...(y === undefined ? {} : { y }) }).kid;
  } catch {
    return undefined;
  }
};
