import { createContext, useContext } from 'react';

/** Who is signed in at which department, for this tab only. In the demonstration anyone may be anyone. */
export interface Session {
  readonly person: string;
  readonly name: string;
  /** 住址 that the register knows. */
  readonly address?: string;
  readonly department: string;
  readonly departmentName: string;
  readonly endpoint: string;
  readonly token: string;
  readonly expiresAt: number;
  readonly duties: readonly string[];
  /** Who said who it is, and how surely; absent where somebody was picked from the demonstration's list. */
  readonly provider?: string;
  readonly level?: 1 | 2 | 3;
}

export interface SessionHolder {
  readonly session: Session | undefined;
  signIn(session: Session): void;
  /** The department keeps the session until then. */
  prolong(expiresAt: number): void;
  signOut(): void;
}

export const SessionContext = createContext<SessionHolder | undefined>(undefined);

export function useSession(): SessionHolder {
  const holder = useContext(SessionContext);
  if (holder === undefined) throw new Error('useSession outside SessionProvider');
  return holder;
}

/** Works at a department, whatever the ledger lets them do today: an administrator, or somebody who stands in. */
export function isStaff(session: Session | undefined): boolean {
  return (session?.duties.length ?? 0) > 0;
}

export function isOfficer(session: Session | undefined): boolean {
  return session?.duties.includes('registrar') === true;
}
