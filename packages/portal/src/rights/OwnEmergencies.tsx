import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';
import { EmergencyItem } from './EmergencyItem.tsx';
import { emergenciesQuery } from './emergencies-query.ts';

/** Files that one opened oneself; nothing where there were none. */
export function OwnEmergencies({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const own = useQuery(emergenciesQuery(officer, 'mine'));
  if (own.isError) return <Failure error={own.error} />;
  if (own.data === undefined || own.data.length === 0) return null;
  const changed = () => void own.refetch();
  return (
    <section aria-labelledby="own-emergencies">
      <h2 id="own-emergencies">{t('emergency.own')}</h2>
      <ul className="list">
        {own.data.map((emergency) => (
          <EmergencyItem key={`${emergency.case}/${emergency.at}`} emergency={emergency} changed={changed}>
            <p>
              <Link to={`/officer/cases/${emergency.case}`}>{t('emergency.look')}</Link>
            </p>
          </EmergencyItem>
        ))}
      </ul>
    </section>
  );
}
