import type { Session, SessionKey } from './session.ts';

/** A holder of a few hundred cases has proved them all within one sign-in; nobody proves more. */
const MAX_KEYS = 1_000;

/** A registered key takes the place of another: one officer at a time. Holding one is a proof of the highest level. */
export const withKey = (session: Session, key: SessionKey): Session => {
  const others = session.keys.filter((one) => one.kid !== key.kid && (key.caseKey || one.caseKey));
  return {
    ...session,
    keys: [...others, key].slice(-MAX_KEYS),
    ...(key.caseKey ? {} : { assurance: 3 as const }),
  };
};
