import { useEffect, useMemo, useState } from 'react';
import { onSignedOut } from '../server/api.ts';
import { localRecord } from '../store/local-record.ts';
import { parseSession } from './parse-session.ts';
import { endPlatformSession } from './platform-session.ts';
import { type Session, SessionContext, type SessionHolder } from './session.ts';

const kept = localRecord('minglu.session', parseSession, () => sessionStorage);

/** Keeps the sign-in for this tab; closing the tab forgets it, as on a shared machine it must. */
export function SessionProvider({ children }: { readonly children: React.ReactNode }) {
  const [session, setSession] = useState<Session | undefined>(() => freshOrNone(kept.read()));
  const holder = useMemo<SessionHolder>(
    () => ({
      session,
      signIn(next) {
        kept.write(next);
        setSession(next);
      },
      prolong(expiresAt) {
        if (session === undefined) return;
        kept.write({ ...session, expiresAt });
        setSession({ ...session, expiresAt });
      },
      signOut() {
        kept.clear();
        setSession(undefined);
        void endPlatformSession();
      },
    }),
    [session],
  );
  // Ended elsewhere: what this tab still shows must not look signed in.
  useEffect(
    () =>
      onSignedOut(() => {
        kept.clear();
        setSession(undefined);
      }),
    [],
  );
  return <SessionContext value={holder}>{children}</SessionContext>;
}

function freshOrNone(session: Session | undefined): Session | undefined {
  return session !== undefined && session.expiresAt > Date.now() ? session : undefined;
}
