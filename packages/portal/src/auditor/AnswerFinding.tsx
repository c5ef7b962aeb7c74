import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Choices } from '../forms/Choices.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { TextField } from '../forms/TextField.tsx';
import { tellMissing } from '../forms/tell-missing.ts';
import { useAttempt } from '../forms/use-attempt.ts';
import { useTranslation } from '../language/use-translation.ts';
import { act } from '../officer/act.ts';
import type { Officer } from '../officer/use-officer.ts';
import { PortalError } from '../server/failure.ts';
import { findSealingKey } from './organ-sealing-key.ts';

interface AnswerFindingProps {
  readonly id: string;
  readonly organ: string;
  readonly officer: Officer;
  readonly changed: () => void;
}

/**
 * The head's answer. Its words are sealed to the head's own organ and say which finding they answer: the organ's process
 * then opens them for an auditor, and nothing else.
 */
export function AnswerFinding({ id, organ, officer, changed }: AnswerFindingProps) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<string>();
  const [words, setWords] = useState('');
  const field = (name: string) => `${name}-${id}`;
  const missing = [
    ...(outcome === undefined ? [field('outcome')] : []),
    ...(words.trim() === '' ? [field('answer')] : []),
  ];
  const sending = useAttempt(async () => {
    const sealTo = await findSealingKey(organ);
    if (sealTo === undefined) throw new PortalError('sealing-key-missing');
    const text = JSON.stringify({ finding: id, words: words.trim() });
    const body = { finding: id, outcome: outcome ?? '' };
    await act(officer, { deed: 'audit.answer-finding', body, words: { text, sealTo } });
    changed();
  });
  const { problems, problemOf } = tellMissing(sending.attempt, missing, (one) =>
    t(one.startsWith('outcome') ? 'auditor.outcomeMissing' : 'auditor.findingMissing'),
  );
  return (
    <form noValidate className="measure" onSubmit={sending.submit(missing.length === 0)}>
      <h3>{t('auditor.answer')}</h3>
      <ErrorSummary problems={problems} attempt={sending.attempt} />
      <Choices
        id={field('outcome')}
        legend={t('auditor.outcome')}
        problem={problemOf(field('outcome'))}
        choices={['corrected', 'disputed'].map((value) => ({ value, label: t(`auditor.outcomes.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
      />
      <TextField
        id={field('answer')}
        label={t('auditor.answerText')}
        hint={t('auditor.answerTextHint')}
        problem={problemOf(field('answer'))}
        value={words}
        onChange={setWords}
        lines={4}
        maxLength={500}
      />
      {sending.error !== undefined && <Failure error={sending.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={sending.busy}>
          {t('auditor.answerSend')}
        </button>
      </div>
    </form>
  );
}
