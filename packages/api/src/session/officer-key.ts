import type { Session, SessionKey } from './session.ts';

/** The registered key of a session, if one was proved: what somebody is at work with. */
export const officerKeyOf = (session: Session | undefined): SessionKey | undefined =>
  session?.keys.find(({ caseKey }) => !caseKey);
