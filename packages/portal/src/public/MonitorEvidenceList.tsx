import { useQuery } from '@tanstack/react-query';
import { downloadText } from '../design/download-text.ts';
import { Failure } from '../design/Failure.tsx';
import { Icon } from '../design/Icon.tsx';
import { Notice } from '../design/Notice.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { api } from '../server/api.ts';

/** What independent monitors have kept. An empty list from a silent monitor is not good news, and is not shown as such. */
export function MonitorEvidenceList() {
  const { t } = useTranslation();
  const kept = useQuery({
    queryKey: ['evidence'],
    queryFn: () => api.get('/api/evidence', {}),
    refetchInterval: 10_000,
  });
  if (kept.isPending) return <Waiting>{t('site.loading')}</Waiting>;
  if (kept.isError) return <Failure error={kept.error} retry={() => void kept.refetch()} />;
  const { evidence, monitor } = kept.data;
  return (
    <>
      {monitor === 'silent' && <Notice tone="warn" title={t('history.monitorSilent')} />}
      {evidence.length === 0 && monitor !== 'silent' && (
        <Notice tone="good" title={t('history.monitorNone')}>
          <p>{t('history.monitorNoneWords')}</p>
        </Notice>
      )}
      <ul className="list">
        {evidence.map((one) => (
          <li key={one.name} className="row">
            <p>
              <Icon name="bad" className="bad" /> <strong>{t('history.inconsistent')}</strong>{' '}
              <span className="mono small">{one.name}</span>
            </p>
            <button
              type="button"
              className="button second"
              onClick={() =>
                downloadText(`${one.name.replace(/\.json$/, '')}.json`, JSON.stringify(one.evidence, null, 1))
              }
            >
              <Icon name="down" />
              {t('history.evidenceDownload')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
