import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { api } from '../server/api.ts';
import { endPlatformSession } from '../session/platform-session.ts';
import { keepLanding } from './landing.ts';

/** 数字证书: the browser shows it on a door of its own, which asks for one; nothing is picked or typed on this page. */
export function CertificateSignIn() {
  const { t } = useTranslation();
  const { state } = useLocation();
  const known = useQuery({ queryKey: ['providers'], queryFn: () => api.get('/api/sign-in', {}) });
  const [error, setError] = useState<unknown>();
  if (known.data?.certificate !== true) return null;
  async function go(): Promise<void> {
    setError(undefined);
    try {
      keepLanding((state as { from?: unknown } | null)?.from);
      await endPlatformSession();
      const { location } = await api.post('/api/sign-in/certificate', { returnTo: '/signed-in' });
      window.location.assign(location);
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <section aria-labelledby="sign-in-certificate">
      <h2 id="sign-in-certificate">{t('certificateSignIn.title')}</h2>
      <p className="measure">{t('certificateSignIn.words')}</p>
      {error !== undefined && <Failure error={error} />}
      <p className="actions">
        <button type="button" className="button" onClick={() => void go()}>
          {t('certificateSignIn.go')}
        </button>
      </p>
      <p className="small soft measure">{t('certificateSignIn.other')}</p>
    </section>
  );
}
