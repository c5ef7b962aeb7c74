import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteSession } from '../../audit/note-session.ts';
import { noteDenied } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { deviceOf } from '../../session/device-of.ts';
import { setSessionCookie } from '../../session/session-cookie.ts';
import type { OpenedSession } from '../../session/session-store.ts';
import { accountOf } from '../../sign-in/account-of.ts';
import type { Identity } from '../../sign-in/read-identity.ts';
import type { BegunSignIn } from '../../sign-in/sign-in-book.ts';
import { clearSignInCookie, readSignInCookie } from '../../sign-in/sign-in-cookie.ts';

/**
 * The second half: the provider has sent the browser back. What counts is what this browser began (its cookie) with this
 * provider (the path): a code or a `state` from anywhere else opens nothing. Whatever goes wrong, a person is at the other
 * end, so the answer is a page and not a code.
 */
export const finishSignIn = defineRoute({
  method: 'GET',
  path: '/api/sign-in/callback/:provider',
  audit: recorded('sign-in', 'sign-in.finish'),
  schema: {
    summary: 'Where a provider sends the browser back to',
    tags: ['sessions'],
    params: Type.Object({ provider: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
    querystring: Type.Record(Type.String(), Type.Unknown()),
    response: { 303: Type.Null() },
  },
  handler: async (context, request, reply) => {
    clearSignInCookie(reply);
    try {
      const begun = takeBegun(context, request as FastifyRequest, request.params.provider);
      const at = request.url.indexOf('?');
      const identity = await providerOf(context, begun).finish(at < 0 ? '' : request.url.slice(at), begun);
      const opened = openFor(context, { begun, identity, userAgent: request.headers['user-agent'] });
      noteSession(context, request, opened.session);
      setSessionCookie(reply, opened.token);
      return leaveFor(reply, begun.returnTo);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      context.tally.refused(error.code);
      noteDenied(request, error.code);
      return leaveFor(reply, `/sign-in?refused=${error.code}`);
    }
  },
});

const leaveFor = (reply: FastifyReply, page: string): FastifyReply =>
  reply.header('referrer-policy', 'no-referrer').redirect(page, 303);

const takeBegun = (context: ApiContext, request: FastifyRequest, provider: string): BegunSignIn => {
  const secret = readSignInCookie(request.headers.cookie);
  const begun = secret === undefined ? undefined : context.signIn.book.take(secret, context.nowMs());
  if (begun === undefined || begun.provider !== provider) throw new ApiError('sign-in-unknown');
  return begun;
};

const providerOf = ({ signIn }: ApiContext, { provider }: BegunSignIn) => {
  const found = signIn.providers.get(provider);
  if (found === undefined) throw new ApiError('provider-unknown');
  return found;
};

const openFor = (
  context: ApiContext,
  {
    begun,
    identity,
    userAgent,
  }: { readonly begun: BegunSignIn; readonly identity: Identity; readonly userAgent: string | undefined },
): OpenedSession => {
  const { sessions, signIn } = context;
  const { assurance, subject } = identity;
  const nowMs = context.nowMs();
  const account = accountOf(signIn.accountSecret, begun.provider, subject);
  context.accounts.seen({ id: account, provider: begun.provider }, nowMs);
  const said = { method: 'oidc' as const, assurance, account };
  const opened =
    begun.raise === undefined
      ? sessions.open({ ...said, device: deviceOf(userAgent) }, nowMs)
      : raise(context, begun.raise, said);
  if (begun.replaces !== undefined) sessions.end(({ id }) => id === begun.replaces);
  const { sid, organisation, refreshToken } = identity;
  signIn.tokens.hold(opened.session.id, { provider: begun.provider, sid, organisation, refreshToken });
  signIn.tokens.holdFor(account, opened.session.id);
  return opened;
};

/** A session is raised by the person it belongs to: a colleague's better sign-in is the colleague's. */
const raise = (
  { sessions, nowMs }: ApiContext,
  session: string,
  said: { readonly method: 'oidc'; readonly assurance: Identity['assurance']; readonly account: string },
): OpenedSession => {
  const [own] = sessions.list(({ id }) => id === session, nowMs());
  if (own === undefined) throw new ApiError('session-required');
  if (own.account !== said.account) throw new ApiError('sign-in-other-person');
  const raised = sessions.stepUp(session, said, nowMs());
  if (raised === undefined) throw new ApiError('session-required');
  return raised;
};
