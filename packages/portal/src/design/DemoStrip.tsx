import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { changeLanguage } from '../language/start-language.ts';
import { useTranslation } from '../language/use-translation.ts';
import { useSession } from '../session/session.ts';
import { applyElder, elderIsOn } from './elder.ts';

/** Top line of every page: that this is a demonstration, who is signed in, and the two switches one tap away. */
export function DemoStrip() {
  const { t, i18n } = useTranslation();
  const { session, signOut } = useSession();
  const { pathname } = useLocation();
  const [elder, setElder] = useState(elderIsOn);
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <section className="demo-strip" aria-label={t('demo.label')}>
      <div className="wrap">
        <p>
          {session === undefined ? (
            <>
              {t('demo.strip')}{' '}
              <Link to="/sign-in" state={{ from: pathname }}>
                {t('demo.signIn')}
              </Link>
            </>
          ) : (
            <>
              <Link to="/account">{t('demo.signedIn', { name: session.name })}</Link>{' '}
              <button type="button" className="link-button" onClick={signOut}>
                {t('demo.signOut')}
              </button>
            </>
          )}
        </p>
        <div className="switches">
          <button
            type="button"
            className="link-button"
            aria-pressed={elder}
            onClick={() => {
              applyElder(!elder);
              setElder(!elder);
            }}
          >
            {elder ? t('site.elderOff') : t('site.elderOn')}
          </button>
          <button type="button" className="link-button" lang={other} onClick={() => void changeLanguage(other)}>
            {other === 'en' ? 'English' : '中文'}
          </button>
        </div>
      </div>
    </section>
  );
}
