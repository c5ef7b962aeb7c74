import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { OfficerOnly } from '../officer/OfficerOnly.tsx';
import type { Officer } from '../officer/use-officer.ts';
import { EmergenciesToJudge } from './EmergenciesToJudge.tsx';
import { OwnEmergencies } from './OwnEmergencies.tsx';
import { RequestItem } from './RequestItem.tsx';
import { RequestToAnswer } from './RequestToAnswer.tsx';
import { requestsQuery } from './requests-query.ts';
import { useDuties } from './use-duties.ts';

/** 权限: what one asked for and what became of it; for a head, what waits for an answer. */
export function RightsPage() {
  const { t } = useTranslation();
  return <OfficerOnly title={t('rights.title')}>{(officer) => <Rights officer={officer} />}</OfficerOnly>;
}

function Rights({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const duties = useDuties(officer);
  return (
    <>
      <PageHeading
        title={t('rights.title')}
        lead={t('rights.lead')}
        back={{ to: '/officer', label: t('officer.queue') }}
      />
      <ul className="desk-links">
        <li>
          <Link to="/officer/rights/rules">{t('rules.title')}</Link>
        </li>
        <li>
          <Link to="/officer/rights/who">{t('who.title')}</Link>
        </li>
        {duties.keepsAccounts && (
          <li>
            <Link to="/officer/accounts">{t('accounts.title')}</Link>
          </li>
        )}
      </ul>
      {duties.judges && <EmergenciesToJudge officer={officer} />}
      {duties.answers && <Waits officer={officer} />}
      <Own officer={officer} />
      <OwnEmergencies officer={officer} />
    </>
  );
}

/** 待批权限申请. */
function Waits({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const waiting = useQuery(requestsQuery(officer, 'organ'));
  if (waiting.isError) return <Failure error={waiting.error} retry={() => void waiting.refetch()} />;
  if (waiting.data === undefined) return <Waiting>{t('site.loading')}</Waiting>;
  const pending = waiting.data.filter(({ status }) => status === 'pending');
  const answered = waiting.data.filter(({ status }) => status !== 'pending');
  const changed = () => void waiting.refetch();
  return (
    <section aria-labelledby="rights-waiting">
      <h2 id="rights-waiting">{t('rights.waiting')}</h2>
      {pending.length === 0 && <Notice tone="good" title={t('rights.noneWaiting')} live="status" />}
      <ul className="list">
        {pending.map((request) => (
          <RequestToAnswer key={request.id} officer={officer} request={request} changed={changed} />
        ))}
      </ul>
      {answered.length > 0 && (
        <details>
          <summary>{t('rights.answered', { count: answered.length })}</summary>
          <ul className="list">
            {answered.map((request) => (
              <RequestItem key={request.id} officer={officer} request={request} isOwn={false} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Own({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const own = useQuery(requestsQuery(officer, 'mine'));
  return (
    <section aria-labelledby="rights-own">
      <h2 id="rights-own">{t('rights.own')}</h2>
      {own.isError && <Failure error={own.error} retry={() => void own.refetch()} />}
      {own.isPending && <Waiting>{t('site.loading')}</Waiting>}
      {own.data?.length === 0 && (
        <Notice tone="quiet" title={t('rights.noneOwn')}>
          <p>{t('rights.noneOwnWords')}</p>
        </Notice>
      )}
      <ul className="list">
        {own.data?.map((request) => (
          <RequestItem key={request.id} officer={officer} request={request} isOwn />
        ))}
      </ul>
    </section>
  );
}
