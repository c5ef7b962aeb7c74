import { useEffect, useState } from 'react';
import { useTranslation } from '../language/use-translation.ts';

const SECOND_MS = 1_000;

/** How long something is still open; said anew each minute only, so that a screen reader is not told seconds. */
export function Countdown({ until, over }: { readonly until: number; readonly over: () => void }) {
  const { t } = useTranslation();
  const [nowMs, setNowMs] = useState(() => Date.now());
  const leftMs = Math.max(0, until - nowMs);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (leftMs === 0) over();
  }, [leftMs, over]);
  const minutes = Math.ceil(leftMs / 60_000);
  return <>{t('emergency.left', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}</>;
}
