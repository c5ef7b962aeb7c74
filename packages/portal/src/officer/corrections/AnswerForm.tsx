import { type CaseCorrection, type CorrectionReply, looksMasked } from '@minglu/sdk';
import { useState } from 'react';
import { Failure } from '../../design/Failure.tsx';
import { Choices } from '../../forms/Choices.tsx';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { tellMissing } from '../../forms/tell-missing.ts';
import { useAttempt } from '../../forms/use-attempt.ts';
import { useTranslation } from '../../language/use-translation.ts';
import { departmentAt } from '../../server/api.ts';
import type { Session } from '../../session/session.ts';

interface AnswerFormProps {
  readonly correction: CaseCorrection;
  readonly session: Session;
  readonly answered: () => void;
}

const outcomes: readonly CorrectionReply['outcome'][] = ['corrected', 'supplemented', 'explained', 'declined'];

/** The organ's answer: an outcome and words, and of a refusal its reasons (个人信息保护法 50). */
export function AnswerForm({ correction, session, answered }: AnswerFormProps) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<CorrectionReply['outcome']>();
  const [words, setWords] = useState('');
  const { id } = correction;
  const isMasked = outcome !== 'explained' && looksMasked(words);
  const missing = [
    ...(outcome === undefined ? ['outcome'] : []),
    ...(words.trim() === '' ? ['words'] : []),
    ...(isMasked ? ['masked'] : []),
  ];
  const sending = useAttempt(async () => {
    if (outcome === undefined) return;
    const answer = { case: correction.case, correction: id, outcome, words: words.trim() };
    await departmentAt(session.endpoint).answerCorrection(session.token, answer);
    answered();
  });
  const fieldOf = (name: string) => `${name === 'outcome' ? 'outcome' : 'words'}-${id}`;
  const { problems, problemOf } = tellMissing(sending.attempt, missing.map(fieldOf), (field) =>
    t(`corrections.missingAnswer.${field.startsWith('outcome') ? 'outcome' : isMasked ? 'masked' : 'words'}`),
  );
  return (
    <form noValidate onSubmit={sending.submit(missing.length === 0)}>
      <ErrorSummary problems={problems} attempt={sending.attempt} />
      <Choices
        id={`outcome-${id}`}
        legend={t('corrections.outcome')}
        problem={problemOf(`outcome-${id}`)}
        choices={outcomes.map((value) => ({ value, label: t(`corrections.outcomes.${value}`) }))}
        value={outcome}
        onChange={(value) => setOutcome(outcomes.find((one) => one === value))}
      />
      <TextField
        id={`words-${id}`}
        label={t('corrections.answerWords')}
        hint={t('corrections.answerHint')}
        problem={problemOf(`words-${id}`)}
        value={words}
        onChange={setWords}
        lines={3}
        maxLength={500}
      />
      {sending.error !== undefined && <Failure error={sending.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={sending.busy}>
          {t('corrections.answerGo')}
        </button>
      </div>
    </form>
  );
}
