import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../design/Failure.tsx';
import { Choices } from '../forms/Choices.tsx';
import { ErrorSummary, type FieldProblem } from '../forms/ErrorSummary.tsx';
import { TextField } from '../forms/TextField.tsx';
import { type Service, wordsIn } from '../server/service.ts';
import { act } from './act.ts';
import type { Officer } from './use-officer.ts';

interface DecideFormProps {
  readonly id: string;
  readonly officer: Officer;
  readonly service: Service;
  readonly decided: () => void;
}

/** 准予 or 不予: a refusal needs a reason from the law's list and words to the applicant. */
export function DecideForm({ id, officer, service, decided }: DecideFormProps) {
  const { t, i18n } = useTranslation();
  const [decision, setDecision] = useState<string>();
  const [reason, setReason] = useState<string>();
  const [words, setWords] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [error, setError] = useState<unknown>();
  const refusing = decision === 'refuse';
  const problems: FieldProblem[] = [
    ...(decision === undefined ? [{ field: 'decision', words: t('decide.decisionMissing') }] : []),
    ...(refusing && reason === undefined ? [{ field: 'reason', words: t('decide.reasonMissing') }] : []),
    ...(refusing && words.trim() === '' ? [{ field: 'reason-words', words: t('decide.wordsMissing') }] : []),
  ];
  const shown = attempt === 0 ? [] : problems;
  const problemOf = (field: string) => shown.find((problem) => problem.field === field)?.words;
  async function submit(): Promise<void> {
    setAttempt(attempt + 1);
    if (problems.length > 0) return;
    setError(undefined);
    try {
      const { sealingKey } = service;
      const why = refusing && reason !== undefined && sealingKey !== undefined;
      await act(officer, {
        deed: 'cases.decide',
        body: why ? { case: id, decision: 'refuse', reason } : { case: id, decision: 'grant' },
        ...(why ? { words: { text: words.trim(), sealTo: sealingKey } } : {}),
      });
      decided();
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
      <h2>{t('decide.title')}</h2>
      <ErrorSummary problems={shown} attempt={attempt} />
      <Choices
        id="decision"
        legend={t('decide.decision')}
        problem={problemOf('decision')}
        choices={['grant', 'refuse'].map((value) => ({
          value,
          label: t(`decide.${value}`),
          hint: t(`decide.${value}Hint`),
        }))}
        value={decision}
        onChange={setDecision}
      />
      {refusing && (
        <>
          <Choices
            id="reason"
            legend={t('decide.reason')}
            problem={problemOf('reason')}
            choices={service.refusalReasons.map((one) => ({
              value: one.code,
              label: wordsIn(one.words, i18n.language),
            }))}
            value={reason}
            onChange={setReason}
          />
          <TextField
            id="reason-words"
            label={t('decide.words')}
            hint={t('decide.wordsHint')}
            problem={problemOf('reason-words')}
            value={words}
            onChange={setWords}
            lines={4}
            maxLength={500}
          />
        </>
      )}
      {error !== undefined && <Failure error={error} />}
      <div className="actions">
        <button type="submit" className="button">
          {t('decide.go')}
        </button>
      </div>
    </form>
  );
}
