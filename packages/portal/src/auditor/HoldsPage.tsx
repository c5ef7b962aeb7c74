import { PageHeading } from '../design/PageHeading.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { OfficerOnly } from '../officer/OfficerOnly.tsx';
import { AuditorNav } from './AuditorNav.tsx';
import { HoldRow } from './HoldRow.tsx';
import { MatterList } from './MatterList.tsx';

/** Cases that are held, those that wait for a second person first in mind. */
export function HoldsPage() {
  const { t } = useTranslation();
  return (
    <OfficerOnly title={t('auditor.holds')}>
      {(officer) => (
        <>
          <PageHeading title={t('auditor.holds')} lead={t('auditor.holdsLead')} />
          <AuditorNav />
          <MatterList officer={officer} kind="hold">
            {(matter, changed) => <HoldRow matter={matter} officer={officer} changed={changed} />}
          </MatterList>
        </>
      )}
    </OfficerOnly>
  );
}
