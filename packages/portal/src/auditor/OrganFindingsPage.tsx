import { PageHeading } from '../design/PageHeading.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { OfficerOnly } from '../officer/OfficerOnly.tsx';
import type { Officer } from '../officer/use-officer.ts';
import { departmentAt } from '../server/api.ts';
import { AnswerFinding } from './AnswerFinding.tsx';
import { FindingRow } from './FindingRow.tsx';
import { MatterList } from './MatterList.tsx';
import { SealedWords } from './SealedWords.tsx';

/** What auditors found at this organ: everybody here sees it, its head answers. */
export function OrganFindingsPage() {
  const { t } = useTranslation();
  return (
    <OfficerOnly title={t('auditor.organFindings')}>
      {(officer) => (
        <>
          <PageHeading
            title={t('auditor.organFindings')}
            lead={t('auditor.organFindingsLead')}
            back={{ to: '/officer', label: t('officer.queue') }}
          />
          <MatterList officer={officer} kind="finding">
            {(matter, changed) => (
              <FindingRow matter={matter} caseAt="/officer/cases">
                <FindingWords officer={officer} sealed={matter.sealed?.words} />
                {matter.record?.status === 'open' && officer.session.duties.includes('head') && (
                  <AnswerFinding id={matter.id} organ={matter.organ} officer={officer} changed={changed} />
                )}
              </FindingRow>
            )}
          </MatterList>
        </>
      )}
    </OfficerOnly>
  );
}

function FindingWords({ officer, sealed }: { readonly officer: Officer; readonly sealed: string | undefined }) {
  const { t } = useTranslation();
  if (sealed === undefined) return null;
  const { endpoint, token } = officer.session;
  return (
    <SealedWords label={t('auditor.readFinding')} open={() => departmentAt(endpoint).findingWords(token, sealed)} />
  );
}
