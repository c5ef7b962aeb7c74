import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { certificateThumbprint, findPeerCertificate } from '../certificates/peer-certificate.ts';
import type { Session } from '../session/session.ts';
import { countRequest } from './count-request.ts';

/** A token that is bound to a certificate opens nothing over another's connection, and a client's nothing beyond its quota. */
export const checkClient = (context: ApiContext, request: FastifyRequest, session: Session): void => {
  if (session.boundTo !== undefined) {
    const certificate = findPeerCertificate(request);
    if (certificate === undefined || certificateThumbprint(certificate) !== session.boundTo)
      throw new ApiError('client-unbound');
  }
  const [key] = session.keys;
  if (session.method === 'client' && key !== undefined) countRequest(context, request, key.kid);
};
