import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { noteSession } from '../audit/note-session.ts';
import { deviceOf } from '../session/device-of.ts';
import type { OpenedSession } from '../session/session-store.ts';
import { certificateThumbprint, findPeerCertificate, peerChain } from './peer-certificate.ts';

/**
 * Opens a session for whoever proved a client certificate in this connection's handshake, at level 3. Throws `certificate-*`,
 * `account-disabled`.
 * @param isPage the session is in the cookie; a program's is bound to its certificate
 */
export const signInByCertificate = async (
  context: ApiContext,
  request: FastifyRequest,
  isPage: boolean,
): Promise<OpenedSession> => {
  const { certificates } = context.options;
  const certificate = findPeerCertificate(request);
  if (certificates === undefined || certificate === undefined) throw new ApiError('certificate-missing');
  const nowMs = context.nowMs();
  const { authority, subject } = await certificates.checker.check(peerChain(request), nowMs);
  const account = context.accounts.nameOf('certificate', `${authority}\n${subject}`);
  context.accounts.seen({ id: account, provider: 'certificate' }, nowMs);
  const opened = context.sessions.open(
    {
      ...{ method: 'certificate', assurance: 3, account, device: deviceOf(request.headers['user-agent']) },
      ...(isPage ? {} : { boundTo: certificateThumbprint(certificate) }),
    },
    nowMs,
  );
  noteSession(context, request, opened.session);
  return opened;
};
