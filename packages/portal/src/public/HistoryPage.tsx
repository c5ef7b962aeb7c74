import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { api } from '../server/api.ts';
import type { ListedCheckpoint } from '../server/ledger.ts';
import { cityQuery } from '../server/queries.ts';
import { CheckpointTable } from './CheckpointTable.tsx';
import { CityPulse } from './CityPulse.tsx';
import { ConsistencyCheck } from './ConsistencyCheck.tsx';
import { KeptEvidenceList } from './KeptEvidenceList.tsx';
import { MonitorEvidenceList } from './MonitorEvidenceList.tsx';
import { PinWords } from './PinWords.tsx';

/** 历史快照: what the log has signed and who has seen it; any two can be compared, by the reader's own machine. */
export function HistoryPage() {
  const { t } = useTranslation();
  const city = useQuery(cityQuery);
  const [picked, setPicked] = useState<readonly ListedCheckpoint[]>([]);
  const pages = useInfiniteQuery({
    queryKey: ['checkpoints'],
    queryFn: ({ pageParam }) => api.get('/api/checkpoints', { before: pageParam, limit: 20 }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next,
  });
  const checkpoints = (pages.data?.pages ?? []).flatMap((page) => page.checkpoints);
  function toggle(checkpoint: ListedCheckpoint): void {
    const without = picked.filter((one) => one.size !== checkpoint.size);
    setPicked(without.length < picked.length ? without : [...picked, checkpoint].slice(-2));
  }
  return (
    <>
      <PageHeading title={t('history.title')} lead={t('history.lead')} />
      <KeptEvidenceList />
      <PinWords />
      <h2>{t('history.compare')}</h2>
      <p className="measure">{t('history.compareWords')}</p>
      <ConsistencyCheck picked={picked} />
      {pages.isPending && <Waiting>{t('site.loading')}</Waiting>}
      {pages.isError && <Failure error={pages.error} retry={() => void pages.refetch()} />}
      {checkpoints.length > 0 && <CheckpointTable checkpoints={checkpoints} picked={picked} toggle={toggle} />}
      {pages.hasNextPage && (
        <button type="button" className="button second" onClick={() => void pages.fetchNextPage()}>
          {t('history.more')}
        </button>
      )}
      <h2>{t('history.witnesses')}</h2>
      <p className="measure">{t('history.witnessWords')}</p>
      {city.data !== undefined && <CityPulse city={city.data} />}
      <p>
        <Link to="/city">{t('processes.link')}</Link>
      </p>
      <h2>{t('history.monitors')}</h2>
      <MonitorEvidenceList />
    </>
  );
}
