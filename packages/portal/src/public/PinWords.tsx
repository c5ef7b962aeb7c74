import { useQuery } from '@tanstack/react-query';
import { Notice } from '../design/Notice.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { checkpointSize } from '../proof/evidence-reason.ts';
import { watchHistory } from '../proof/watch-history.ts';
import { trustQuery } from '../server/trust-query.ts';

/** What this browser remembers from last time, and how it compares with now. */
export function PinWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const trust = useQuery(trustQuery);
  const watch = useQuery({
    queryKey: ['watch-history', trust.data?.fingerprint],
    enabled: trust.data !== undefined,
    refetchInterval: 15_000,
    queryFn: async () => (trust.data === undefined ? null : watchHistory(trust.data)),
  });
  if (watch.data === undefined || watch.data === null) return null;
  const { verdict, before } = watch.data;
  if (verdict === 'silent') return <Notice tone="warn" title={t('history.pinSilent')} />;
  if (verdict === 'inconsistent') return null;
  return (
    <Notice tone="good" title={t(verdict === 'first' ? 'history.pinFirst' : 'history.pinSame')}>
      <p>
        {t(verdict === 'first' ? 'history.pinFirstWords' : 'history.pinSameWords', {
          size: format.count(checkpointSize(before ?? '')),
        })}
      </p>
    </Notice>
  );
}
