import type { CaseCorrection } from '@minglu/sdk';
import { Tag } from '../design/Tag.tsx';
import { useFormat } from '../language/use-format.ts';
import { useTranslation } from '../language/use-translation.ts';

interface CorrectionViewProps {
  readonly correction: CaseCorrection;
  /** Of the case. */
  readonly name: React.ReactNode;
  /** What its reader may do with it. */
  readonly children?: React.ReactNode;
}

/** One request with its answer, the same for whoever asked and for the organ. */
export function CorrectionView({ correction, name, children }: CorrectionViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, about, words, askedAt, dueAt, answer } = correction;
  const isLate = answer === undefined && dueAt < Date.now();
  return (
    <li className="correction">
      <h3>{t('looks.pair', { label: t(`corrections.kinds.${kind}`), value: t(`corrections.subjects.${about}`) })}</h3>
      <p>
        {answer === undefined ? (
          <Tag tone={isLate ? 'bad' : 'brand'}>
            {t(isLate ? 'corrections.late' : 'corrections.due', { day: format.day(dueAt) })}
          </Tag>
        ) : (
          <Tag tone={answer.outcome === 'declined' ? 'warn' : 'good'}>
            {t(`corrections.outcomes.${answer.outcome}`)}
          </Tag>
        )}{' '}
        {name} <span className="soft small">{format.time(askedAt)}</span>
      </p>
      <p className="lines measure">{words}</p>
      {answer !== undefined && (
        <div className="correction-answer">
          <p className="lines measure">{answer.words}</p>
          <p className="soft small">
            {t('corrections.answered', { number: answer.number, time: format.time(answer.at) })}
          </p>
        </div>
      )}
      {children}
    </li>
  );
}
