import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { api, departmentAt, onSignedOut } from '../server/api.ts';
import { type Session, useSession } from '../session/session.ts';
import { sessionsQuery } from './sessions-query.ts';

/** WCAG 2.2.1 asks for twenty seconds; somebody who reads slowly gets two minutes. */
const WARNING_MS = 120_000;
const LOOK_MS = 1_000;
/** How long a page may show a sign-in that was ended elsewhere; the server knows at once. */
const ASK_MS = 5_000;

/** No time-out without warning: a sign-in that is about to end says so and is prolonged by one press; what was typed stays either way. */
export function SessionWatch() {
  const { session, signOut } = useSession();
  const { idleUntil, isGone } = usePlatformSession(session);
  const leftMs = useLeft(session, idleUntil);
  const [hasEnded, setHasEnded] = useState(false);
  useEffect(() => {
    if (!isGone && (leftMs === undefined || leftMs > 0)) return;
    setHasEnded(true);
    signOut();
  }, [isGone, leftMs, signOut]);
  const isSignedIn = session !== undefined;
  useEffect(() => onSignedOut(() => setHasEnded(isSignedIn)), [isSignedIn]);
  useEffect(() => {
    if (session !== undefined) setHasEnded(false);
  }, [session]);
  if (session !== undefined && leftMs !== undefined && leftMs > 0 && leftMs <= WARNING_MS)
    return <Ending session={session} />;
  return hasEnded ? <Ended /> : null;
}

function Ending({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const { prolong } = useSession();
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>();
  async function longer(): Promise<void> {
    setError(undefined);
    try {
      const { expiresAt } = await departmentAt(session.endpoint).extendSession(session.token);
      if ((queries.getQueryData(sessionsQuery.queryKey) ?? []).length > 0)
        await api.post('/api/sessions/extend', undefined);
      await queries.invalidateQueries(sessionsQuery);
      prolong(expiresAt);
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <div className="session-ending">
      <Notice tone="warn" title={t('sessionEnd.title')} live="alert">
        <p>{t('sessionEnd.words')}</p>
        {error !== undefined && <Failure error={error} />}
        <button type="button" className="button" onClick={() => void longer()}>
          {t('sessionEnd.prolong')}
        </button>
      </Notice>
    </div>
  );
}

function Ended() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <Notice tone="warn" title={t('sessionEnd.ended')} live="alert">
      <p>{t('sessionEnd.endedWords')}</p>
      <p>
        <Link to="/sign-in" state={{ from: pathname }}>
          {t('demo.signIn')}
        </Link>
      </p>
    </Notice>
  );
}

/**
 * When the platform's own session ends, if nothing more is asked of it. Whoever signed in with a provider is signed out here
 * once it is gone: ended on another device, by the provider, by an administrator.
 */
function usePlatformSession(session: Session | undefined): { readonly idleUntil: number; readonly isGone: boolean } {
  const sessions = useQuery({
    ...sessionsQuery,
    enabled: session !== undefined,
    refetchInterval: ASK_MS,
    refetchOnWindowFocus: true,
  });
  const own = sessions.data?.find(({ current }) => current);
  const isGone = session?.provider !== undefined && sessions.isSuccess && !sessions.isFetching && own === undefined;
  // A session of case keys alone may end unseen: the keys are here and open another.
  const counts = session?.provider !== undefined || own?.organisation !== undefined;
  return { idleUntil: (counts ? own?.idleUntil : undefined) ?? Number.POSITIVE_INFINITY, isGone };
}

/** Looked at each second, not counted down: a laptop that slept has missed every timer. */
function useLeft(session: Session | undefined, idleUntil: number): number | undefined {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    if (session === undefined) return;
    const look = () => setNowMs(Date.now());
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [session]);
  if (session === undefined) return undefined;
  const leftMs = Math.min(session.expiresAt, idleUntil) - nowMs;
  return leftMs > WARNING_MS ? WARNING_MS + 1 : leftMs;
}
