import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';
import { EmergencyRow } from './EmergencyRow.tsx';
import { MatterList } from './MatterList.tsx';

/** 应急访问 of one case. */
export function CaseEmergencies({ id, officer }: { readonly id: string; readonly officer: Officer }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="case-emergencies">
      <h2 id="case-emergencies">{t('auditor.emergencies')}</h2>
      <MatterList officer={officer} kind="emergency" of={id}>
        {(matter) => <EmergencyRow matter={matter} />}
      </MatterList>
    </section>
  );
}
