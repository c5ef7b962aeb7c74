import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { departmentAt } from '../server/api.ts';
import { type Session, useSession } from './session.ts';

/** WCAG 2.2.1 asks for twenty seconds; somebody who reads slowly gets two minutes. */
const WARNING_MS = 120_000;
const LOOK_MS = 1_000;

/** No time-out without warning: a sign-in that is about to end says so and is prolonged by one press; what was typed stays either way. */
export function SessionWatch() {
  const { session, signOut } = useSession();
  const leftMs = useLeft(session);
  const [hasEnded, setHasEnded] = useState(false);
  useEffect(() => {
    if (leftMs === undefined || leftMs > 0) return;
    setHasEnded(true);
    signOut();
  }, [leftMs, signOut]);
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
  const [error, setError] = useState<unknown>();
  async function longer(): Promise<void> {
    setError(undefined);
    try {
      prolong((await departmentAt(session.endpoint).extendSession(session.token)).expiresAt);
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

/** Looked at each second, not counted down: a laptop that slept has missed every timer. */
function useLeft(session: Session | undefined): number | undefined {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    if (session === undefined) return;
    const look = () => setNowMs(Date.now());
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [session]);
  if (session === undefined) return undefined;
  const leftMs = session.expiresAt - nowMs;
  return leftMs > WARNING_MS ? WARNING_MS + 1 : leftMs;
}
