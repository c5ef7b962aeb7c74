import { type AccessDecision, decide, type Resource } from '@minglu/ledger';
import type { ApiContext } from '../api-context.ts';
import type { Session, SessionKey } from './session.ts';

/** What is asked about, and what for where that was said. */
export type Asked = Resource & { readonly purpose?: string | undefined };

/** The chain's own decision about a read, from the state as it stands at this moment: a right revoked is a right gone. */
export const may = (context: ApiContext, session: Session, deed: string, asked: Asked): boolean =>
  decideFor(context, session, deed, asked).allow;

/** As `may`, with why: each key of the session is asked for itself, and the first that may is enough. */
export const decideFor = (context: ApiContext, session: Session, deed: string, asked: Asked): AccessDecision => {
  const decisions = decisionsOf(context, session, deed, asked);
  return (
    decisions.find(({ decision }) => decision.allow)?.decision ??
    decisions[0]?.decision ?? { allow: false, code: 'access-denied', facts: { deed } }
  );
};

/** Keys of the session that may. */
export const keysThatMay = (context: ApiContext, session: Session, deed: string, asked: Asked): readonly SessionKey[] =>
  decisionsOf(context, session, deed, asked).flatMap(({ key, decision }) => (decision.allow ? [key] : []));

/** The registered key first: what is refused to an officer is explained to the officer. */
const decisionsOf = (
  { node, nowMs }: ApiContext,
  { keys, assurance }: Session,
  deed: string,
  { purpose, ...resource }: Asked,
): readonly { readonly key: SessionKey; readonly decision: AccessDecision }[] => {
  const state = { get: (key: string): string | undefined => node.read(key).value };
  const atMs = nowMs();
  return [...keys]
    .sort((a, b) => Number(a.caseKey) - Number(b.caseKey))
    .map((key) => {
      const why = purpose === undefined ? {} : { purpose };
      const actor = { kid: key.kid, caseKey: key.caseKey, atMs, assurance, ...why };
      return { key, decision: decide(state, actor, deed, resource) };
    });
};
