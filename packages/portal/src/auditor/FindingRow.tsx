import { Link } from 'react-router';
import { Facts } from '../design/Facts.tsx';
import { Tag, type Tone } from '../design/Tag.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';
import type { Matter, MatterRecord } from './matters-query.ts';
import { useAuditWords } from './use-audit-words.ts';

interface FindingRowProps {
  readonly matter: Matter;
  /** What stands behind the case's link: the auditor's look at it, or the officer's page. */
  readonly caseAt: string;
  readonly children?: React.ReactNode;
}

type State = 'open' | 'late' | 'answered' | 'answeredLate';

const tones: Readonly<Record<State, Tone>> = { open: 'warn', late: 'bad', answered: 'good', answeredLate: 'warn' };

/** A finding as both desks see it: what, about which case, until when, and how it stands. */
export function FindingRow({ matter, caseAt, children }: FindingRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAuditWords();
  const { record, organ } = matter;
  if (record === undefined) return null;
  const state = stateOf(record);
  const { code = '', case: of, at, dueAt, outcome, answeredAt } = record;
  return (
    <>
      <p>
        <strong>{t(`auditor.findings.${code}`, { defaultValue: code })}</strong>{' '}
        <Tag tone={tones[state]}>{t(`auditor.findingStates.${state}`)}</Tag>
      </p>
      <Facts
        facts={[
          { label: t('auditor.organ'), value: words.organName(organ) },
          {
            label: t('auditor.case'),
            value:
              of === undefined ? (
                ''
              ) : (
                <Link to={`${caseAt}/${of}`}>{t('auditor.ofCase', { sign: of.slice(0, 6) })}</Link>
              ),
          },
          { label: t('auditor.at'), value: format.time(at) },
          { label: t('auditor.answerBy'), value: dueAt === undefined ? '' : format.time(dueAt) },
          {
            label: t('auditor.answered'),
            value:
              outcome === undefined ? '' : `${t(`auditor.outcomes.${outcome}`)} · ${format.time(answeredAt ?? at)}`,
          },
        ]}
      />
      {children}
    </>
  );
}

function stateOf({ status, late }: MatterRecord): State {
  if (status === 'answered') return late === true ? 'answeredLate' : 'answered';
  return late === true ? 'late' : 'open';
}
