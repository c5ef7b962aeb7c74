import { PageHeading } from '../design/PageHeading.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { OfficerOnly } from '../officer/OfficerOnly.tsx';
import { AuditorNav } from './AuditorNav.tsx';
import { EmergencyRow } from './EmergencyRow.tsx';
import { MatterList } from './MatterList.tsx';

/** Every case that was opened in an emergency, and how that was judged. */
export function EmergenciesPage() {
  const { t } = useTranslation();
  return (
    <OfficerOnly title={t('auditor.emergencies')}>
      {(officer) => (
        <>
          <PageHeading title={t('auditor.emergencies')} lead={t('auditor.emergenciesLead')} />
          <AuditorNav />
          <MatterList officer={officer} kind="emergency">
            {(matter) => <EmergencyRow matter={matter} />}
          </MatterList>
        </>
      )}
    </OfficerOnly>
  );
}
