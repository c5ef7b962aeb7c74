import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Tag } from '../design/Tag.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { licenceStatusLook } from '../proof/licence-status.ts';
import { api } from '../server/api.ts';
import { useRegions } from '../server/use-regions.ts';
import { parseRegisterFilter } from './parse-register-filter.ts';
import { RegisterCounts } from './RegisterCounts.tsx';
import { RegisterExport } from './RegisterExport.tsx';
import { RegisterFilters } from './RegisterFilters.tsx';

const PAGE = 20;

/** 登记公示: what the law makes public, by name, region and month; each row leads to its own check. */
export function RegisterPage() {
  const { t } = useTranslation();
  const { nameOf } = useRegions();
  const format = useFormat();
  const [asked, ask] = useSearchParams();
  const filter = parseRegisterFilter(asked);
  const found = useInfiniteQuery({
    queryKey: ['register', filter],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) =>
      api.get('/api/licences', { ...filter, limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) }),
    getNextPageParam: (page) => page.next,
  });
  const licences = found.data?.pages.flatMap((page) => page.licences) ?? [];
  return (
    <>
      <PageHeading title={t('register.title')} lead={t('register.lead')} />
      <RegisterFilters initial={filter} onSearch={(next) => ask({ ...next })} />
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <Waiting>{t('register.fetching')}</Waiting>}
      {found.isSuccess && licences.length === 0 && (
        <Notice tone="quiet" title={t('register.noneTitle')} live="status">
          <p>{t('register.noneWords')}</p>
        </Notice>
      )}
      {licences.length > 0 && (
        <ul className="list">
          {licences.map((licence) => {
            const look = licenceStatusLook(licence.status);
            return (
              <li key={licence.number}>
                <Link to={`/verify/${licence.number}`}>
                  <strong>{licence.tradeName || t('registering.name.none')}</strong>
                </Link>{' '}
                <Tag tone={look.tone} icon={look.icon}>
                  {t(`status.${licence.status}`)}
                </Tag>
                <p className="small soft">
                  <span className="mono">{licence.number}</span> · {nameOf(licence.region)} ·{' '}
                  {format.day(licence.issuedAt)}
                </p>
              </li>
            );
          })}
        </ul>
      )}
      {found.hasNextPage && (
        <div className="actions">
          <button type="button" className="button second" onClick={() => void found.fetchNextPage()}>
            {t('register.more')}
          </button>
        </div>
      )}
      <p className="soft small measure">{t('register.checkWords')}</p>
      <RegisterCounts />
      <RegisterExport filter={filter} />
    </>
  );
}
