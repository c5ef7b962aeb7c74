import { lazy, Suspense, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '../language/use-translation.ts';
import { useSession } from '../session/session.ts';
import { DemoStrip } from './DemoStrip.tsx';
import { HistoryAlarm } from './HistoryAlarm.tsx';
import { OfflineNotice } from './OfflineNotice.tsx';
import { SiteHead } from './SiteHead.tsx';

/** Nobody waits for it who has not signed in. */
const SessionWatch = lazy(async () => ({ default: (await import('../identity/SessionWatch.tsx')).SessionWatch }));

/** The frame of every page. */
export function Layout({ children }: { readonly children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <a className="skip" href="#main">
        {t('site.skip')}
      </a>
      <DemoStrip />
      <SiteHead />
      <main id="main" tabIndex={-1}>
        <div className="wrap">
          <OfflineNotice />
          <HistoryAlarm />
          <Watch />
          {children}
        </div>
      </main>
      <footer className="site-foot">
        <div className="wrap">
          <p>{t('site.foot')}</p>
          <ul>
            <li>
              <Link to="/about">{t('nav.about')}</Link>
            </li>
            <li>
              <a href="/trust.json" download="trust.json">
                {t('about.trustFile')}
              </a>
            </li>
            <li>
              <a href="/verify.html" download="verify.html">
                {t('about.verifier')}
              </a>
            </li>
          </ul>
        </div>
      </footer>
    </>
  );
}

/** From the first sign-in on: its end is told to whoever had one. */
function Watch() {
  const { session } = useSession();
  const [isNeeded, setIsNeeded] = useState(session !== undefined);
  useEffect(() => {
    if (session !== undefined) setIsNeeded(true);
  }, [session]);
  return isNeeded ? (
    <Suspense fallback={null}>
      <SessionWatch />
    </Suspense>
  ) : null;
}
