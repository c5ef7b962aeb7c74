import { useSyncExternalStore } from 'react';
import { useTranslation } from '../language/use-translation.ts';
import { Notice } from './Notice.tsx';

function follow(onChange: () => void): () => void {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}

/** Without a network files can still be verified, and drafts are kept; the page says both. */
export function OfflineNotice() {
  const { t } = useTranslation();
  const online = useSyncExternalStore(follow, () => navigator.onLine);
  if (online) return null;
  return (
    <Notice tone="warn" title={t('offline.title')} live="status">
      <p>{t('offline.words')}</p>
    </Notice>
  );
}
