import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { useSession } from '../session/session.ts';
import { FootprintFilters } from './FootprintFilters.tsx';
import { FootprintMonths } from './FootprintMonths.tsx';
import { type FootprintFilter, filterTraces } from './footprint-filter.ts';
import { type Footprint, readFootprint } from './read-footprint.ts';

const EVERY_MS = 5_000;

/** 我的数据足迹: who did and saw what about the person's own cases; never a value. */
export function FootprintPage() {
  const { t } = useTranslation();
  const { session } = useSession();
  const [params] = useSearchParams();
  const footprint = useQuery({
    queryKey: ['footprint', session?.token],
    queryFn: () => readFootprint(session),
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: false,
    staleTime: 0,
    retry: false,
  });
  const [filter, setFilter] = useState<FootprintFilter>({
    case: params.get('case') ?? '',
    kind: 'all',
    withOwn: false,
  });
  return (
    <>
      <PageHeading title={t('footprint.title')} lead={t('footprint.lead')} />
      <p className="measure">
        <Link to="/my-data">{t('ownData.title')}</Link>
      </p>
      {footprint.isPending && <Waiting>{t('footprint.reading')}</Waiting>}
      {footprint.isError && <Failure error={footprint.error} retry={() => void footprint.refetch()} />}
      {footprint.data !== undefined && <Shown footprint={footprint.data} filter={filter} change={setFilter} />}
    </>
  );
}

interface ShownProps {
  readonly footprint: Footprint;
  readonly filter: FootprintFilter;
  readonly change: (filter: FootprintFilter) => void;
}

function Shown({ footprint, filter, change }: ShownProps) {
  const { t } = useTranslation();
  const { files, traces, silent, isCut } = footprint;
  const shown = filterTraces(traces, filter);
  return (
    <>
      {silent.map((name) => (
        <Notice
          key={name}
          tone="warn"
          title={t('footprint.silent', { name: name === 'platform' ? t('footprint.platform') : name })}
          live="status"
        >
          <p>{t('footprint.silentWords')}</p>
        </Notice>
      ))}
      {files.length === 0 && traces.length === 0 ? (
        <Notice tone="quiet" title={t('footprint.noCases')}>
          <p>{t('footprint.noCasesWords')}</p>
          <p>
            <Link to="/help/keys">{t('keys.helpLink')}</Link>
          </p>
        </Notice>
      ) : (
        <>
          <FootprintFilters files={files} filter={filter} change={change} />
          <p role="status" className="soft small">
            {t('footprint.count', { count: shown.length })}
          </p>
          {shown.length === 0 && (
            <Notice tone="quiet" title={t('footprint.none')}>
              <p>{t('footprint.noneWords')}</p>
            </Notice>
          )}
          <FootprintMonths traces={shown} files={files} />
          {isCut && <p className="soft small">{t('footprint.cut')}</p>}
        </>
      )}
      <HowToRead />
    </>
  );
}

/** What each kind of line means, and what is not in the list. */
function HowToRead() {
  const { t } = useTranslation();
  const kinds = ['unmask', 'read', 'export', 'deed', 'key-use', 'denied'];
  return (
    <details>
      <summary>{t('footprint.how')}</summary>
      <dl className="footprint-kinds">
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{t(`footprint.kinds.${kind}`)}</dt>
            <dd>{t(`footprint.means.${kind}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('footprint.notIn')}</p>
      <p>{t('footprint.law')}</p>
    </details>
  );
}
