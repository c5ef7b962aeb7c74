import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { endPlatformSession } from '../session/platform-session.ts';
import { keepLanding } from './landing.ts';
import { canUsePasskeys, provePasskey } from './passkeys.ts';

/** 通行密钥: the device shows whom it knows here; nobody types who they are. */
export function PasskeySignIn() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { state } = useLocation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  if (!canUsePasskeys()) return null;
  async function go(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      keepLanding((state as { from?: unknown } | null)?.from);
      await endPlatformSession();
      await provePasskey('sign-in');
      navigate('/signed-in');
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }
  return (
    <section aria-labelledby="sign-in-passkey">
      <h2 id="sign-in-passkey">{t('passkeys.title')}</h2>
      <p>{t('passkeys.signInWords')}</p>
      {error !== undefined && <Failure error={error} />}
      <p className="actions">
        <button type="button" className="button" disabled={busy} onClick={() => void go()}>
          {t('passkeys.signIn')}
        </button>
      </p>
    </section>
  );
}
