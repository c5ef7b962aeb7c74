import { Facts } from '../design/Facts.tsx';
import { Tag } from '../design/Tag.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { CaseRecord } from '../server/ledger.ts';

const DAY_MS = 86_400_000;

/** The three clocks side by side: 法定时限, 承诺时限, and how long it has taken. */
export function CaseClocks({ record }: { readonly record: CaseRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const until = record.decidedAt ?? Date.now();
  return (
    <Facts
      facts={[
        {
          label: t('clocks.statutory'),
          value:
            record.dueAt === undefined ? undefined : (
              <>
                {t('clocks.until', { time: format.time(record.dueAt) })}{' '}
                {record.isProvisional && <Tag tone="quiet">{t('clocks.provisional')}</Tag>}
                {record.clock?.extendedBy !== undefined && <Tag tone="quiet">{t('clocks.extended')}</Tag>}
                {record.late && <Tag tone="bad">{t('clocks.late')}</Tag>}
              </>
            ),
        },
        {
          label: t('clocks.promised'),
          value:
            record.promisedAt === undefined ? undefined : (
              <>
                {t('clocks.until', { time: format.time(record.promisedAt) })}{' '}
                {record.overdue && <Tag tone="warn">{t('caseStatus.overdue')}</Tag>}
              </>
            ),
        },
        {
          label: t('clocks.elapsed'),
          value: t('clocks.elapsedWords', elapsed(until - record.submittedAt)),
        },
        {
          label: t('clocks.review'),
          value:
            record.review === undefined || record.review.outcome !== undefined ? undefined : (
              <>
                {t('clocks.until', { time: format.time(record.review.dueAt) })}{' '}
                {record.review.late && <Tag tone="bad">{t('clocks.late')}</Tag>}
              </>
            ),
        },
      ]}
    />
  );
}

function elapsed(ms: number): { days: number; hours: number; minutes: number } {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  return { days: Math.floor(ms / DAY_MS), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 };
}
