import { useState } from 'react';
import { Failure } from '../design/Failure.tsx';
import { Choices } from '../forms/Choices.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { useTranslation } from '../language/use-translation.ts';
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
  const [attempt, setAttempt] = useState(0);
  const [error, setError] = useState<unknown>();
  const missing = [
    ...(outcome === undefined ? ['review-outcome'] : []),
    ...(words.trim() === '' ? ['review-words'] : []),
  ];
  const problems = attempt === 0 ? [] : missing.map((field) => ({ field, words: t(`review.missing.${field}`) }));
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.words;
  async function submit(): Promise<void> {
    setAttempt(attempt + 1);
    setError(undefined);
    if (missing.length > 0) return;
    try {
      if (service.sealingKey === undefined) throw new PortalError('sealing-key-missing');
      const body = { case: id, outcome: outcome ?? '', reason: outcome === 'upheld' ? 'UPHELD' : 'CHANGED' };
      await act(officer, {
        deed: 'cases.answer-review',
        body,
        words: { text: words.trim(), sealTo: service.sealingKey },
      });
      answered();
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>{t('review.title')}</h2>
      <ErrorSummary problems={problems} attempt={attempt} />
      <Choices
        id="review-outcome"
        legend={t('review.outcome')}
        problem={problemOf('review-outcome')}
        choices={['upheld', 'changed'].map((value) => ({ value, label: t(`review.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
      />
      <SealedWords id="review-words" problem={problemOf('review-words')} value={words} onChange={setWords} />
      {error !== undefined && <Failure error={error} />}
      <div className="actions">
        <button type="submit" className="button">
          {t('review.go')}
        </button>
      </div>
    </form>
  );
}
