import { useEffect } from 'react';
import { PageHeading } from '../design/PageHeading.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { tellSteppedUp } from './step-up.ts';

/** The window that was opened to prove once more who one is: it tells the page that waits, and goes. */
export function SignedInAgainPage() {
  const { t } = useTranslation();
  useEffect(() => {
    tellSteppedUp();
    window.close();
  }, []);
  return <PageHeading title={t('identity.again')} lead={t('identity.againWords')} />;
}
