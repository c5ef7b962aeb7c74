import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Failure } from '../../design/Failure.tsx';
import { Notice } from '../../design/Notice.tsx';
import { PageHeading } from '../../design/PageHeading.tsx';
import { Waiting } from '../../design/Waiting.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { CorrectionView } from '../../own-data/CorrectionView.tsx';
import { departmentAt } from '../../server/api.ts';
import { OfficerOnly } from '../OfficerOnly.tsx';
import type { Officer } from '../use-officer.ts';
import { AnswerForm } from './AnswerForm.tsx';

/** 更正请求: what people asked the organ to put right, the nearest day first. */
export function OfficerCorrectionsPage() {
  const { t } = useTranslation();
  return <OfficerOnly title={t('corrections.desk')}>{(officer) => <Corrections officer={officer} />}</OfficerOnly>;
}

function Corrections({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const { endpoint, token } = officer.session;
  const found = useQuery({
    queryKey: ['officer-corrections', token],
    queryFn: () => departmentAt(endpoint).correctionsForOfficer(token),
    staleTime: 0,
  });
  const corrections = found.data ?? [];
  return (
    <>
      <PageHeading
        title={t('corrections.desk')}
        lead={t('corrections.deskLead')}
        back={{ to: '/officer', label: t('officer.queue') }}
      />
      {found.isPending && <Waiting>{t('site.loading')}</Waiting>}
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && corrections.length === 0 && <Notice tone="good" title={t('corrections.deskNone')} />}
      <ul className="list">
        {corrections.map((one) => (
          <CorrectionView
            key={one.id}
            correction={one}
            name={
              <Link to={`/officer/cases/${one.case}`}>{t('corrections.toCase', { id: one.case.slice(0, 6) })}</Link>
            }
          >
            {one.answer === undefined && (
              <AnswerForm correction={one} session={officer.session} answered={() => void found.refetch()} />
            )}
          </CorrectionView>
        ))}
      </ul>
    </>
  );
}
