import { useEffect, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '../language/use-translation.ts';
import { followEvidence, readEvidence } from '../store/history-store.ts';
import { Notice } from './Notice.tsx';

const LOOK_AFTER_MS = 2_500;

/** On every page: once this browser has seen two histories, it says so until the reader has dealt with it. */
export function HistoryAlarm() {
  const { t } = useTranslation();
  const count = useSyncExternalStore(followEvidence, () => readEvidence().length);
  useEffect(() => {
    // The verifier is a script of its own and the page comes first: look a moment later.
    const timer = setTimeout(() => void look(), LOOK_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (count === 0) return null;
  return (
    <Notice tone="bad" title={t('history.alarm')} live="alert">
      <p>
        <Link to="/history">{t('history.alarmLink')}</Link>
      </p>
    </Notice>
  );
}

async function look(): Promise<void> {
  try {
    const { lookAtHistory } = await import('../proof/look-at-history.ts');
    await lookAtHistory();
  } catch {
    // No network: there is nothing to compare, and the offline notice says so.
  }
}
