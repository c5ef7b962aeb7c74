import { Tag } from '../design/Tag.tsx';
import { useTranslation } from '../language/use-translation.ts';
import type { CaseRecord } from '../server/ledger.ts';

/** Where a case stands, in one word. */
export function CaseStatus({ record }: { readonly record: Pick<CaseRecord, 'status' | 'overdue'> }) {
  const { t } = useTranslation();
  if (record.status === 'granted') return <Tag tone="good">{t('caseStatus.granted')}</Tag>;
  if (record.status === 'refused') return <Tag tone="bad">{t('caseStatus.refused')}</Tag>;
  if (record.status === 'returned') return <Tag tone="warn">{t('caseStatus.returned')}</Tag>;
  if (record.status === 'withdrawn') return <Tag tone="quiet">{t('caseStatus.withdrawn')}</Tag>;
  return (
    <span className="row">
      <Tag tone="brand" icon="clock">
        {t('caseStatus.pending')}
      </Tag>
      {record.overdue === true && <Tag tone="warn">{t('caseStatus.overdue')}</Tag>}
    </span>
  );
}
