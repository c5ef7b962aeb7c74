import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Tag } from '../design/Tag.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useFormat } from '../language/use-format.ts';
import type { PendingCase } from '../server/ledger.ts';
import { OfficerOnly } from './OfficerOnly.tsx';
import { timeLeft } from './time-left.ts';
import type { Officer } from './use-officer.ts';

/** The queue of the officer's own organ, the most urgent first. */
export function QueuePage() {
  const { t } = useTranslation();
  return <OfficerOnly title={t('officer.queue')}>{(officer) => <Queue officer={officer} />}</OfficerOnly>;
}

function Queue({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const queue = useQuery({
    queryKey: ['queue', officer.session.department],
    refetchInterval: 5_000,
    queryFn: () => officer.client.get('/api/cases', { status: 'pending', limit: 100 }),
  });
  return (
    <>
      <PageHeading
        title={t('officer.queue')}
        lead={t('officer.queueLead', { organ: officer.session.departmentName, name: officer.session.name })}
      />
      <p>
        <Link to="/officer/annulments">{t('annulment.list')}</Link>
      </p>
      {queue.isPending && <Waiting>{t('site.loading')}</Waiting>}
      {queue.isError && <Failure error={queue.error} retry={() => void queue.refetch()} />}
      {queue.data?.total === 0 && <Notice tone="good" title={t('officer.queueEmpty')} live="status" />}
      {queue.data !== undefined && queue.data.total > 0 && (
        <>
          <p role="status">{t('officer.queueCount', { count: queue.data.total })}</p>
          <ul className="list">
            {queue.data.cases.map((one) => (
              <QueueRow key={one.id} row={one} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function QueueRow({ row }: { readonly row: PendingCase }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className="row">
      <div>
        <p>
          <Link to={`/officer/cases/${row.id}`}>
            <strong>{row.tradeName}</strong>
          </Link>
        </p>
        <p className="soft">{t('officer.submitted', { time: format.time(row.submittedAt) })}</p>
        {row.promisedAt !== undefined && (
          <p className="soft">{t('officer.promised', { time: format.time(row.promisedAt) })}</p>
        )}
      </div>
      <Clock row={row} />
    </li>
  );
}

/** The lamp: word, sign and colour together. */
function Clock({ row }: { readonly row: PendingCase }) {
  const { t } = useTranslation();
  const left = timeLeft(row.promisedAt, Date.now());
  if (row.overdue || left.state === 'over') return <Tag tone="bad">{t('officer.overdue')}</Tag>;
  if (left.state === 'none') return <Tag tone="quiet">{t('officer.noPromise')}</Tag>;
  const words = t(left.hours >= 48 ? 'officer.leftDays' : 'officer.leftHours', {
    days: Math.floor(left.hours / 24),
    hours: left.hours,
  });
  return (
    <Tag tone={left.state === 'soon' ? 'warn' : 'brand'} icon="clock">
      {words}
    </Tag>
  );
}
