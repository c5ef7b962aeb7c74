import type { Session, SessionKey } from './session.ts';

/** A holder of a few hundred cases has proved them all within one sign-in; nobody proves more. */
const MAX_KEYS = 1_000;

/**
 * A registered key takes the place of another: one officer at a time. Where nobody else says who it is, holding one is the
 * proof, of the highest level and fresh; where a provider does, the level is the provider's.
 */
export const withKey = (session: Session, key: SessionKey, nowMs: number): Session => {
  const others = session.keys.filter((one) => one.kid !== key.kid && (key.caseKey || one.caseKey));
  return {
    ...session,
    keys: [...others, key].slice(-MAX_KEYS),
    ...(key.caseKey || session.account !== undefined ? {} : { assurance: 3 as const, stepUpAt: nowMs }),
  };
};
