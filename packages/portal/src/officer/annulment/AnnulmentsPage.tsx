import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { AnnulmentStatus } from '../../citizen/annulment/AnnulmentFacts.tsx';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { PageHeading } from '../../design/PageHeading.tsx';
import { Waiting } from '../../design/Waiting.tsx';
import { useFormat } from '../../language/use-format.ts';
import { useTranslation } from '../../language/use-translation.ts';
import { OfficerOnly } from '../OfficerOnly.tsx';
import type { Officer } from '../use-officer.ts';

/** 撤销登记 of the officer's own organ, the newest first. */
export function AnnulmentsPage() {
  const { t } = useTranslation();
  return <OfficerOnly title={t('annulment.list')}>{(officer) => <Annulments officer={officer} />}</OfficerOnly>;
}

function Annulments({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const read = useQuery({
    queryKey: ['annulments', officer.session.department],
    refetchInterval: 5_000,
    queryFn: () => officer.client.get('/api/annulments', {}),
  });
  return (
    <>
      <PageHeading title={t('annulment.list')} back={{ to: '/officer', label: t('officer.queue') }} />
      {read.isError && <Failure error={read.error} retry={() => void read.refetch()} />}
      {read.isPending && <Waiting>{t('site.loading')}</Waiting>}
      {read.data?.annulments.length === 0 && <Notice tone="quiet" title={t('annulment.none')} live="status" />}
      <ul className="list">
        {read.data?.annulments.map((one) => (
          <li key={one.id} className="row">
            <div>
              <p>
                <Link to={`/officer/annulments/${one.id}`}>
                  <strong className="mono">{one.licence}</strong>
                </Link>
              </p>
              <p className="soft">{t('annulment.askedAt', { time: format.time(one.askedAt) })}</p>
            </div>
            <AnnulmentStatus status={one.status} />
          </li>
        ))}
      </ul>
    </>
  );
}
