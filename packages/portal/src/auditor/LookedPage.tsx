import { useParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Notice } from '../design/Notice.tsx';
import { PageHeading } from '../design/PageHeading.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { OfficerOnly } from '../officer/OfficerOnly.tsx';
import type { Officer } from '../officer/use-officer.ts';
import { AuditLines } from './AuditLines.tsx';
import { CaseEmergencies } from './CaseEmergencies.tsx';
import { CaseHold } from './CaseHold.tsx';
import { DoorStates } from './DoorStates.tsx';
import { FindingForm } from './FindingForm.tsx';
import { HourPicture } from './HourPicture.tsx';
import { HourTimeline } from './HourTimeline.tsx';
import { mergeDoors } from './merge-doors.ts';
import { useAuditLines } from './use-audit-lines.ts';

/** Kinds in which somebody saw something of the case, or tried to. */
const LOOKS: ReadonlySet<string> = new Set(['read', 'unmask', 'denied', 'export']);

/** 谁看过: who looked at one case, hour by hour, and what an auditor does about it. */
export function LookedPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  return (
    <OfficerOnly title={t('auditor.looked')}>{(officer) => <Looked key={id} officer={officer} id={id} />}</OfficerOnly>
  );
}

function Looked({ officer, id }: { readonly officer: Officer; readonly id: string }) {
  const { t } = useTranslation();
  const { found, states } = useAuditLines(officer, { case: id });
  const lines = mergeDoors(states);
  const looks = lines.filter(({ line }) => LOOKS.has(line.kind));
  return (
    <>
      <PageHeading
        title={t('auditor.looked')}
        lead={t('auditor.lookedLead', { id })}
        back={{ to: '/auditor', label: t('auditor.title') }}
      />
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && !found.isError && <Waiting>{t('auditor.asking')}</Waiting>}
      {found.isSuccess && (
        <>
          <DoorStates states={states} />
          {looks.length === 0 ? (
            <Notice tone="quiet" title={t('auditor.nobodyLooked')} live="status" />
          ) : (
            <>
              <HourPicture lines={looks} />
              <HourTimeline lines={looks} />
            </>
          )}
          {found.hasNextPage && (
            <p>
              <button type="button" className="button second" onClick={() => void found.fetchNextPage()}>
                {t('auditor.older')}
              </button>
            </p>
          )}
          <CaseEmergencies id={id} officer={officer} />
          <CaseHold id={id} officer={officer} />
          <FindingForm id={id} officer={officer} />
          {lines.length > 0 && (
            <details>
              <summary>{t('auditor.everything')}</summary>
              <AuditLines lines={lines} states={states} />
            </details>
          )}
        </>
      )}
    </>
  );
}
