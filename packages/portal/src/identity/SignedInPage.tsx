import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { api } from '../server/api.ts';
import { isStaff, useSession } from '../session/session.ts';
import { takeLanding } from './landing.ts';
import { enterDepartment } from './sign-in-by-provider.ts';

/** Where the provider's page leads back to: a department learns who it is, and the reader goes on where they were. */
export function SignedInPage() {
  const { t } = useTranslation();
  const { signIn } = useSession();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    enterDepartment().then(
      async (session) => {
        // Somebody who came by passkey and whom no provider vouches for to a department.
        if (session === undefined) return navigate((await isSignedIn()) ? '/account' : '/sign-in', { replace: true });
        signIn(session);
        const landing = takeLanding();
        navigate(landing === '/' && isStaff(session) ? '/officer' : landing, { replace: true });
      },
      (problem: unknown) => setError(problem),
    );
  }, [navigate, signIn]);
  return (
    <>
      <PageHeading title={t('identity.entering')} />
      {error === undefined ? <Waiting>{t('identity.enteringWords')}</Waiting> : <Failure error={error} />}
    </>
  );
}

async function isSignedIn(): Promise<boolean> {
  return (await api.get('/api/sessions', {})).sessions.some(({ current, account }) => current && account !== undefined);
}
