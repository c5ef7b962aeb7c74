import { PLATFORM } from '@minglu/ledger';
import type { FastifyRequest } from 'fastify';
import { findPerson, type KnownPerson } from '../../accounts/find-person.ts';
import { officeOf } from '../../accounts/office-of.ts';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteAbout } from '../../audit/request-trail.ts';
import { keyHand } from '../../queries/key-hand.ts';
import { getSession } from '../../session/find-session.ts';
import { isFresh } from '../../session/is-fresh.ts';
import { may } from '../../session/may.ts';
import { officerKeyOf } from '../../session/officer-key.ts';
import type { Session } from '../../session/session.ts';

/** Whoever names keys at the platform, or makes its rules of access, keeps accounts. */
const KEEPERS = ['keys.register', 'access.propose-rule'] as const;

export const maySetAccounts = (context: ApiContext, session: Session): boolean =>
  KEEPERS.some((deed) => may(context, session, deed, { org: PLATFORM }));

/** Lets accounts in and out, never their own, and of 三员 those of their own office alone; gives whom it is about.
 * @param name an account or a registered key */
export const checkAdministrator = (context: ApiContext, request: FastifyRequest, name: string): KnownPerson => {
  noteAbout(request, { object: `account/${name}` });
  const session = getSession(context, request);
  const mark = officerKeyOf(session)?.kid;
  const kid = mark === undefined ? undefined : keyHand(context.node, mark);
  const isKeeper = maySetAccounts(context, session);
  if (!isKeeper && officeOf(context, kid === undefined ? [] : [kid]) === undefined)
    throw new ApiError('access-denied', { deed: KEEPERS[0] });
  // A screen that was left open locks nobody out.
  if (request.headers.origin !== undefined && !isFresh(session, context.nowMs()))
    throw new ApiError('step-up-required', { deed: 'accounts.disable' });
  const person = findPerson(context, name);
  if (person === undefined) throw new ApiError('account-unknown');
  if ((kid !== undefined && person.kids.includes(kid)) || person.accounts.includes(session.account ?? ''))
    throw new ApiError('own-account');
  const office = officeOf(context, person.kids);
  const isTheirs = office === undefined ? isKeeper : kid !== undefined && officeOf(context, [kid]) === office;
  if (!isTheirs) throw new ApiError('access-denied', { deed: KEEPERS[0] });
  return person;
};
