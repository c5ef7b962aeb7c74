import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { api } from '../server/api.ts';
import { PortalError } from '../server/failure.ts';
import { endPlatformSession } from '../session/platform-session.ts';
import { keepLanding } from './landing.ts';
import { beginSignIn } from './sign-in-by-provider.ts';

/** 统一身份认证: the browser goes to the provider's own page and comes back; nothing of it is ever typed here. */
export function ProviderSignIn() {
  const { t, i18n } = useTranslation();
  const { state, search } = useLocation();
  const known = useQuery({ queryKey: ['providers'], queryFn: () => api.get('/api/sign-in', {}) });
  const [error, setError] = useState<unknown>();
  const refused = new URLSearchParams(search).get('refused');
  async function go(provider: string): Promise<void> {
    try {
      const { from, level } = (state ?? {}) as { from?: unknown; level?: unknown };
      keepLanding(from);
      await endPlatformSession();
      window.location.assign(await beginSignIn(provider, { level: level === 2 || level === 3 ? level : 1 }));
    } catch (problem) {
      setError(problem);
    }
  }
  const providers = known.data?.providers ?? [];
  return (
    <>
      {refused !== null && <Failure error={new PortalError(refused)} />}
      {error !== undefined && <Failure error={error} />}
      {providers.length > 0 && (
        <section aria-labelledby="sign-in-provider">
          <h2 id="sign-in-provider">{t('identity.title')}</h2>
          <p>{t('identity.words')}</p>
          <p className="actions">
            {providers.map(({ id, name, english }) => (
              <button key={id} type="button" className="button" onClick={() => void go(id)}>
                {t('identity.with', { name: i18n.language === 'en' ? english : name })}
              </button>
            ))}
          </p>
        </section>
      )}
    </>
  );
}
