import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Passkey } from '../../accounts/account.ts';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteSession } from '../../audit/note-session.ts';
import { noteAbout } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import { assertionSchema } from '../../passkeys/answer-schema.ts';
import { checkAssertion } from '../../passkeys/check-assertion.ts';
import { ownAccountOf } from '../../passkeys/own-account.ts';
import { relyingPartyOf } from '../../passkeys/relying-party.ts';
import { findLivingKey } from '../../queries/key-hand.ts';
import { defineRoute } from '../../route.ts';
import { millisecondsSchema } from '../../schemas.ts';
import { deviceOf } from '../../session/device-of.ts';
import { getSession, peekSession } from '../../session/find-session.ts';
import type { Session } from '../../session/session.ts';
import { setSessionCookie } from '../../session/session-cookie.ts';
import type { OpenedSession } from '../../session/session-store.ts';
import { purposeOf } from './request-options.ts';

/** A page's alone: a program has no passkey and no origin. The answer is the cookie; no token is told. */
export const signInWithPasskey = defineRoute({
  method: 'POST',
  path: '/api/passkeys/sign-in',
  audit: recorded('sign-in', 'passkeys.sign-in'),
  schema: {
    summary: 'Sign in with a passkey, or prove once more who one is (`raise`)',
    tags: ['sessions'],
    session: 'optional',
    body: Type.Object({ raise: Type.Boolean(), credential: assertionSchema }, { additionalProperties: false }),
    response: {
      200: Type.Object({
        assurance: Type.Integer({ minimum: 1, maximum: 3 }),
        expiresAt: millisecondsSchema,
        idleUntil: millisecondsSchema,
      }),
    },
  },
  handler: async (context, request, reply) => {
    const { raise, credential } = request.body;
    const party = relyingPartyOf(context, request);
    const raised = raise ? getSession(context, request) : undefined;
    const passkey = await checkAssertion(context, credential, { party, purpose: purposeOf(raised?.id) });
    noteAbout(request, { object: `account/${passkey.account}` });
    checkAccount(context, passkey);
    const opened =
      raised === undefined ? openFor(context, passkey, request as FastifyRequest) : raiseBy(context, passkey, raised);
    noteSession(context, request, opened.session);
    setSessionCookie(reply, opened.token);
    const { assurance, expiresAt, idleUntil } = opened.session;
    return { assurance, expiresAt, idleUntil };
  },
});

/** Disabled, or of a registered key whose holder has none any more. */
const checkAccount = ({ accounts, node }: ApiContext, { account }: Passkey): void => {
  const kid = accounts.find(account)?.kid;
  if (accounts.isDisabled(account) || (kid !== undefined && findLivingKey(node, kid) === undefined))
    throw new ApiError('account-disabled');
};

const openFor = (context: ApiContext, { account, assurance }: Passkey, request: FastifyRequest): OpenedSession => {
  const nowMs = context.nowMs();
  const before = peekSession(context, request);
  const { provider = 'key' } = context.accounts.find(account) ?? {};
  context.accounts.seen({ id: account, provider }, nowMs);
  const device = deviceOf(request.headers['user-agent']);
  const opened = context.sessions.open({ method: 'passkey', assurance, account, device }, nowMs);
  if (before !== undefined) context.sessions.end(({ id }) => id === before.id);
  context.signIn.tokens.lend(account, opened.session.id);
  return opened;
};

/** A colleague's passkey is the colleague's; one that was made at level 1 proves nothing more. */
const raiseBy = (context: ApiContext, { account, assurance }: Passkey, session: Session): OpenedSession => {
  if (ownAccountOf(context, session).id !== account) throw new ApiError('sign-in-other-person');
  if (assurance < 3) throw new ApiError('sign-in-level', { level: 3 });
  const said = { method: session.method, assurance, account };
  const raised = context.sessions.stepUp(session.id, said, context.nowMs());
  if (raised === undefined) throw new ApiError('session-required');
  return raised;
};
