import { useSearchParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { OfficerOnly } from '../officer/OfficerOnly.tsx';
import type { Officer } from '../officer/use-officer.ts';
import { AuditExport } from './AuditExport.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditLines } from './AuditLines.tsx';
import { AuditorNav } from './AuditorNav.tsx';
import { type AuditQuestion, readAuditQuestion, writeAuditQuestion } from './audit-question.ts';
import { DoorStates } from './DoorStates.tsx';
import { GapsNote } from './GapsNote.tsx';
import { mergeDoors } from './merge-doors.ts';
import { QuickQuestions } from './QuickQuestions.tsx';
import { useAuditLines } from './use-audit-lines.ts';

/** 审计工作台: who did and saw what, asked in plain words over every stream there is. */
export function AuditorPage() {
  const { t } = useTranslation();
  return <OfficerOnly title={t('auditor.title')}>{(officer) => <Desk officer={officer} />}</OfficerOnly>;
}

function Desk({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const question = readAuditQuestion(params);
  const { city, found, states } = useAuditLines(officer, question);
  const ask = (next: AuditQuestion) => setParams(writeAuditQuestion(next));
  const lines = mergeDoors(states);
  return (
    <>
      <PageHeading title={t('auditor.title')} lead={t('auditor.lead')} />
      <AuditorNav />
      <QuickQuestions question={question} ask={ask} />
      <AuditFilters key={params.toString()} question={question} city={city.data} ask={ask} />
      {city.isError && <Failure error={city.error} retry={() => void city.refetch()} />}
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && !found.isError && <Waiting>{t('auditor.asking')}</Waiting>}
      {found.isSuccess && (
        <>
          <DoorStates states={states} />
          <GapsNote officer={officer} />
          {lines.length === 0 && !found.hasNextPage ? (
            <Notice tone="quiet" title={t('auditor.none')} live="status">
              <p>{t('auditor.noneWords')}</p>
            </Notice>
          ) : (
            <AuditLines lines={lines} states={states} />
          )}
          {found.hasNextPage && (
            <p>
              <button
                type="button"
                className="button second"
                disabled={found.isFetchingNextPage}
                onClick={() => void found.fetchNextPage()}
              >
                {t('auditor.older')}
              </button>
            </p>
          )}
          <AuditExport officer={officer} question={question} states={states} />
        </>
      )}
    </>
  );
}
