import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import { failureOf } from '../server/failure.ts';
import { fetchCase } from '../server/ledger.ts';
import { servicesQuery } from '../server/queries.ts';
import { wordsIn } from '../server/service.ts';
import { listCases } from '../store/case-store.ts';
import { CaseStatus } from './CaseStatus.tsx';

/** 我的办件: the cases whose keys live in this browser. */
export function CasesPage() {
  const { t, i18n } = useTranslation();
  const services = useQuery(servicesQuery);
  const titleOf = (id: string) => {
    const service = services.data?.find((one) => one.id === id);
    return service === undefined ? id : wordsIn(service.title, i18n.language);
  };
  const format = useFormat();
  const stored = useQuery({ queryKey: ['stored-cases'], queryFn: listCases, staleTime: 0 });
  const cases = stored.data ?? [];
  const found = useQueries({
    queries: cases.map((one) => ({ queryKey: ['case', one.id], queryFn: () => fetchCase(one.id) })),
  });
  return (
    <>
      <PageHeading title={t('cases.title')} lead={t('cases.lead')} />
      {stored.isPending && <Waiting>{t('site.loading')}</Waiting>}
      {stored.isError && <Failure error={stored.error} />}
      {stored.isSuccess && cases.length === 0 && (
        <Notice tone="quiet" title={t('cases.none')}>
          <p>
            <Link to="/">{t('cases.noneLink')}</Link>
          </p>
        </Notice>
      )}
      <ul className="plain">
        <li>
          <Link to="/footprint">{t('footprint.title')}</Link>
        </li>
        <li>
          <Link to="/my-data">{t('ownData.title')}</Link>
        </li>
        <li>
          <Link to="/represent">{t('represent.own')}</Link>
        </li>
        <li>
          <Link to="/help/keys">{t('keys.helpLink')}</Link>
        </li>
      </ul>
      <ul className="list">
        {cases.map((one, index) => {
          const answer = found[index];
          return (
            <li key={one.id} className="row">
              <div>
                <p>
                  <Link to={`/cases/${one.id}`}>
                    <strong>{one.body.tradeName ?? t('registering.name.none')}</strong>
                  </Link>
                </p>
                <p className="soft">
                  {titleOf(one.service)} · {format.time(one.createdAt)}
                </p>
              </div>
              {answer?.data !== undefined && <CaseStatus record={answer.data.case} />}
              {answer?.isError && (
                <span className="soft">
                  {t(failureOf(answer.error).code === 'case-not-found' ? 'cases.unsent' : 'cases.unknown')}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
