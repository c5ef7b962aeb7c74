import { Link } from 'react-router';
import { Facts } from '../design/Facts.tsx';
import { Tag, type Tone } from '../design/Tag.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { Matter, MatterRecord } from './matters-query.ts';
import { useAuditWords } from './use-audit-words.ts';

/** 应急访问: who opened another organ's case on the own word, why, and what its head said of it. */
export function EmergencyRow({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAuditWords();
  const { record, id, case: of } = matter;
  const [kid = ''] = id.split('/');
  if (record === undefined) return null;
  const state = stateOf(record);
  const org = record.org === undefined ? {} : { org: record.org };
  return (
    <>
      <p>
        <strong>{words.actor({ kid, ...org })}</strong> <Tag tone={tones[state]}>{t(`auditor.emergency.${state}`)}</Tag>
      </p>
      <Facts
        facts={[
          {
            label: t('auditor.reason'),
            value: t(`auditor.reasons.${record.reason}`, { defaultValue: record.reason ?? '' }),
          },
          { label: t('auditor.at'), value: format.time(record.at) },
          { label: t('auditor.openUntil'), value: format.time(record.until ?? record.at) },
          { label: t('auditor.organ'), value: words.organName(matter.organ) },
          { label: t('auditor.judgeBy'), value: record.dueAt === undefined ? '' : format.time(record.dueAt) },
          {
            label: t('auditor.case'),
            value:
              of === undefined ? (
                ''
              ) : (
                <Link to={`/auditor/cases/${of}`}>{t('auditor.ofCase', { sign: of.slice(0, 6) })}</Link>
              ),
          },
        ]}
      />
    </>
  );
}

type State = 'justified' | 'unjustified' | 'late' | 'waiting';

const tones: Readonly<Record<State, Tone>> = { justified: 'good', unjustified: 'bad', late: 'bad', waiting: 'warn' };

function stateOf({ outcome, late }: MatterRecord): State {
  if (outcome === 'justified' || outcome === 'unjustified') return outcome;
  return late === true ? 'late' : 'waiting';
}
