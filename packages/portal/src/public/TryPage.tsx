import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { verifiedLicenceQuery } from '../proof/verified-licence.ts';
import { api } from '../server/api.ts';
import { trustQuery } from '../server/trust-query.ts';
import { TryForging } from './TryForging.tsx';

/** 试试造假: the newest licence there is, in a copy of its real proof, and a free hand to change it. */
export function TryPage() {
  const { t } = useTranslation();
  const newest = useQuery({ queryKey: ['newest-licence'], queryFn: () => api.get('/api/licences', { limit: 1 }) });
  const trust = useQuery(trustQuery);
  const number = newest.data?.licences[0]?.number;
  const proved = useQuery({ ...verifiedLicenceQuery(number ?? '', trust.data), enabled: number !== undefined });
  const failed = [newest, trust, proved].find(({ isError }) => isError);
  return (
    <>
      <PageHeading title={t('try.title')} lead={t('try.lead')} />
      {failed !== undefined && <Failure error={failed.error} retry={() => void failed.refetch()} />}
      {newest.data?.licences.length === 0 && (
        <Notice tone="quiet" title={t('try.noneTitle')}>
          <p>{t('try.noneWords')}</p>
          <p>
            <Link to="/">{t('nav.home')}</Link>
          </p>
        </Notice>
      )}
      {failed === undefined && number !== undefined && proved.data === undefined && (
        <Waiting>{t('licence.fetching')}</Waiting>
      )}
      {proved.data !== undefined && trust.data !== undefined && number !== undefined && (
        <TryForging number={number} proof={proved.data.text} trust={trust.data} />
      )}
    </>
  );
}
