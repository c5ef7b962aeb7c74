import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { useAct } from '../officer/use-act.ts';
import type { Officer } from '../officer/use-officer.ts';
import { EmergencyItem } from './EmergencyItem.tsx';
import { type Emergency, emergenciesQuery, waitsForJudgement } from './emergencies-query.ts';
import { OfficeWords } from './OfficeWords.tsx';

/** For the head: whose files of the own organ were opened, why, and whether it had to be. */
export function EmergenciesToJudge({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const found = useQuery(emergenciesQuery(officer, 'organ'));
  if (found.isError) return <Failure error={found.error} />;
  if (found.data === undefined || found.data.length === 0) return null;
  const changed = () => void found.refetch();
  return (
    <section aria-labelledby="emergencies">
      <h2 id="emergencies">{t('emergency.toJudge')}</h2>
      <ul className="list">
        {found.data.map((emergency) => (
          <Judgement
            key={`${emergency.kid}/${emergency.case}/${emergency.at}`}
            officer={officer}
            emergency={emergency}
            changed={changed}
          />
        ))}
      </ul>
    </section>
  );
}

interface JudgementProps {
  readonly officer: Officer;
  readonly emergency: Emergency;
  readonly changed: () => void;
}

function Judgement({ officer, emergency, changed }: JudgementProps) {
  const { t } = useTranslation();
  const { busy, error, sign } = useAct(officer, changed);
  const { kid, case: id, sealed } = emergency;
  const judge = (outcome: 'justified' | 'unjustified') => () =>
    void sign({ deed: 'access.judge-emergency', body: { kid, case: id, outcome } });
  return (
    <EmergencyItem emergency={emergency} changed={changed}>
      <p>
        <Link to={`/officer/cases/${id}`}>{t('emergency.look')}</Link>
      </p>
      {sealed !== undefined && <OfficeWords sealed={sealed} session={officer.session} />}
      {waitsForJudgement(emergency) && (
        <div className="actions">
          <button type="button" className="button" disabled={busy} onClick={judge('justified')}>
            {t('emergency.justified')}
          </button>
          <button type="button" className="button second" disabled={busy} onClick={judge('unjustified')}>
            {t('emergency.unjustified')}
          </button>
        </div>
      )}
      {error !== undefined && <Failure error={error} />}
    </EmergencyItem>
  );
}
