import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Notice } from '../design/Notice.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { Officer } from '../officer/use-officer.ts';
import { emergenciesQuery, waitsForJudgement } from './emergencies-query.ts';
import { requestsQuery } from './requests-query.ts';
import { useDuties } from './use-duties.ts';

/** On the head's desk before anything else: somebody opened a file of this organ on their own word; somebody asks for a right. */
export function DeskAlarms({ officer }: { readonly officer: Officer }) {
  const { t } = useTranslation();
  const { answers, judges } = useDuties(officer);
  const emergencies = useQuery({ ...emergenciesQuery(officer, 'organ'), enabled: judges });
  const requests = useQuery({ ...requestsQuery(officer, 'organ'), enabled: answers });
  const open = emergencies.data?.filter(waitsForJudgement).length ?? 0;
  const waiting = requests.data?.filter(({ status }) => status === 'pending').length ?? 0;
  return (
    <>
      {open > 0 && (
        <Notice tone="bad" title={t('emergency.alarm', { count: open })} live="alert">
          <p>
            <Link to="/officer/rights">{t('emergency.alarmLink')}</Link>
          </p>
        </Notice>
      )}
      {waiting > 0 && (
        <Notice tone="brand" title={t('rights.waitingCount', { count: waiting })} live="status">
          <p>
            <Link to="/officer/rights">{t('rights.waiting')}</Link>
          </p>
        </Notice>
      )}
    </>
  );
}
