import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { StoredCase } from '../store/case-store.ts';
import { findForBackup } from './backup-window.ts';

const KeyBackup = lazy(async () => ({ default: (await import('./KeyBackup.tsx')).KeyBackup }));

/** Where the key of a case is, and what can be done about it here. */
export function KeySection({ stored }: { readonly stored: StoredCase | undefined }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const help = <Link to="/help/keys">{t('keys.helpLink')}</Link>;
  if (stored === undefined) {
    return (
      <Notice tone="quiet" title={t('keys.notHere')}>
        <p>{t('keys.notHereWords')}</p>
        <p>{help}</p>
      </Notice>
    );
  }
  const privateJwk = findForBackup(stored.kid);
  if (privateJwk === undefined) {
    return (
      <p className="soft measure">
        {t('keys.onlyHere')} {help}
      </p>
    );
  }
  return (
    <>
      <p className="measure">{t('keys.backupWords')}</p>
      {isOpen ? (
        <Suspense fallback={<Waiting>{t('site.loading')}</Waiting>}>
          <KeyBackup stored={stored} privateJwk={privateJwk} />
        </Suspense>
      ) : (
        <div className="actions">
          <button type="button" className="button second" onClick={() => setIsOpen(true)}>
            {t('keys.backup')}
          </button>
        </div>
      )}
    </>
  );
}
