import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../design/Failure.tsx';
import { Choices } from '../forms/Choices.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { tellMissing } from '../forms/tell-missing.ts';
import { useAttempt } from '../forms/use-attempt.ts';
import { PortalError } from '../server/failure.ts';
import type { Service } from '../server/service.ts';
import { act } from './act.ts';
import { SealedWords } from './SealedWords.tsx';
import type { Officer } from './use-officer.ts';

interface ReviewFormProps {
  readonly id: string;
  readonly officer: Officer;
  readonly service: Service;
  readonly answered: () => void;
}

/** The answer to 请人工复核: a person has looked, and says in words what was found. */
export function ReviewForm({ id, officer, service, answered }: ReviewFormProps) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<string>();
  const [words, setWords] = useState('');
  const missing = [
    ...(outcome === undefined ? ['review-outcome'] : []),
    ...(words.trim() === '' ? ['review-words'] : []),
  ];
  const sending = useAttempt(async () => {
    if (service.sealingKey === undefined) throw new PortalError('sealing-key-missing');
    const body = { case: id, outcome: outcome ?? '', reason: outcome === 'upheld' ? 'UPHELD' : 'CHANGED' };
    await act(officer, {
      deed: 'cases.answer-review',
      body,
      words: { text: words.trim(), sealTo: service.sealingKey },
    });
    answered();
  });
  const { problems, problemOf } = tellMissing(sending.attempt, missing, (field) => t(`review.missing.${field}`));
  return (
    <form noValidate onSubmit={sending.submit(missing.length === 0)}>
      <h2>{t('review.title')}</h2>
      <ErrorSummary problems={problems} attempt={sending.attempt} />
      <Choices
        id="review-outcome"
        legend={t('review.outcome')}
        problem={problemOf('review-outcome')}
        choices={['upheld', 'changed'].map((value) => ({ value, label: t(`review.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
      />
      <SealedWords id="review-words" problem={problemOf('review-words')} value={words} onChange={setWords} />
      {sending.error !== undefined && <Failure error={sending.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={sending.busy}>
          {t('review.go')}
        </button>
      </div>
    </form>
  );
}
