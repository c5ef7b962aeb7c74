import { type AccessDecision, decide, type Resource } from '@minglu/ledger';
import type { ApiContext } from '../api-context.ts';
import type { Session, SessionKey } from './session.ts';

/** The chain's own decision about a read, from the state as it stands at this moment: a right revoked is a right gone. */
export const may = (context: ApiContext, session: Session, deed: string, resource: Resource): boolean =>
  decideFor(context, session, deed, resource).allow;

/** As `may`, with why: each key of the session is asked for itself, and the first that may is enough. */
export const decideFor = (context: ApiContext, session: Session, deed: string, resource: Resource): AccessDecision => {
  const decisions = decisionsOf(context, session, deed, resource);
  return (
    decisions.find(({ decision }) => decision.allow)?.decision ??
    decisions[0]?.decision ?? { allow: false, code: 'access-denied', facts: { deed } }
  );
};

/** Keys of the session that may. */
export const keysThatMay = (
  context: ApiContext,
  session: Session,
  deed: string,
  resource: Resource,
): readonly SessionKey[] =>
  decisionsOf(context, session, deed, resource).flatMap(({ key, decision }) => (decision.allow ? [key] : []));

/** The registered key first: what is refused to an officer is explained to the officer. */
const decisionsOf = (
  { node, nowMs }: ApiContext,
  { keys, assurance }: Session,
  deed: string,
  resource: Resource,
): readonly { readonly key: SessionKey; readonly decision: AccessDecision }[] => {
  const state = { get: (key: string): string | undefined => node.read(key).value };
  const atMs = nowMs();
  return [...keys]
    .sort((a, b) => Number(a.caseKey) - Number(b.caseKey))
    .map((key) => {
      const actor = { kid: key.kid, caseKey: key.caseKey, atMs, assurance };
      return { key, decision: decide(state, actor, deed, resource) };
    });
};
