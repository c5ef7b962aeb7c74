import { signAuditLetter } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { PageHeading } from '../design/PageHeading.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { OfficerOnly } from '../officer/OfficerOnly.tsx';
import type { Officer } from '../officer/use-officer.ts';
import { departmentAt } from '../server/api.ts';
import { PortalError } from '../server/failure.ts';
import { cityQuery } from '../server/queries.ts';
import { AuditorNav } from './AuditorNav.tsx';
import { FindingRow } from './FindingRow.tsx';
import { MatterList } from './MatterList.tsx';
import type { Matter } from './matters-query.ts';
import { SealedWords } from './SealedWords.tsx';

/** The auditors' findings, which of them wait for an answer, and what was answered. */
export function FindingsPage() {
  const { t } = useTranslation();
  return (
    <OfficerOnly title={t('auditor.findingsTitle')}>
      {(officer) => (
        <>
          <PageHeading title={t('auditor.findingsTitle')} lead={t('auditor.findingsLead')} />
          <AuditorNav />
          <MatterList officer={officer} kind="finding">
            {(matter) => (
              <FindingRow matter={matter} caseAt="/auditor/cases">
                {matter.sealed?.answer !== undefined && (
                  <AnswerWords officer={officer} matter={matter} sealed={matter.sealed.answer} />
                )}
              </FindingRow>
            )}
          </MatterList>
        </>
      )}
    </OfficerOnly>
  );
}

interface AnswerWordsProps {
  readonly officer: Officer;
  readonly matter: Matter;
  readonly sealed: string;
}

/** Sealed to the organ; its own process opens it for the auditor, and writes down that it did. */
function AnswerWords({ officer, matter, sealed }: AnswerWordsProps) {
  const { t } = useTranslation();
  const city = useQuery(cityQuery);
  async function open(): Promise<string> {
    const department = city.data?.departments.find(({ id }) => id === matter.organ);
    if (city.data === undefined || department === undefined) throw new PortalError('unreachable');
    const draft = { chain: city.data.chain, audience: matter.organ, finding: matter.id, sealed, nowMs: Date.now() };
    return await departmentAt(department.endpoint).auditWords(await signAuditLetter(draft, officer.signer));
  }
  return <SealedWords label={t('auditor.readAnswer')} open={open} />;
}
