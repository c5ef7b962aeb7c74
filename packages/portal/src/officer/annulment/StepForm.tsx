import type { JsonObject } from '@minglu/protocol';
import { useState } from 'react';
import { Failure } from '../../design/Failure.tsx';
import { Checkboxes } from '../../forms/Checkboxes.tsx';
import { Choices } from '../../forms/Choices.tsx';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { TextField } from '../../forms/TextField.tsx';
import { tellMissing } from '../../forms/tell-missing.ts';
import { useAttempt } from '../../forms/use-attempt.ts';
import { useTranslation } from '../../language/use-translation.ts';
import type { AnnulmentRecord } from '../../server/annulment.ts';
import { act } from '../act.ts';
import type { Officer } from '../use-officer.ts';
import {
  type AnnulmentStep,
  falseParticulars,
  needsWords,
  type StepAnswers,
  stepBody,
  stepProblem,
  stepReasons,
  stepsFor,
} from './annulment-steps.ts';
import { askBarKey } from './ask-bar-key.ts';

interface StepFormProps {
  readonly id: string;
  readonly annulment: AnnulmentRecord;
  readonly officer: Officer;
  readonly sealingKey: JsonObject | undefined;
  readonly done: () => void;
}

/** The next step of an investigation, signed; what is adverse to somebody is always a person's, with a reason. */
export function StepForm({ id, annulment, officer, sealingKey, done }: StepFormProps) {
  const { t } = useTranslation();
  const [step, setStep] = useState<AnnulmentStep>();
  const [answers, setAnswers] = useState<StepAnswers>({
    ...{ reason: undefined, words: '', tradeName: '', particulars: [] },
    idNumber: '',
  });
  const missing = [stepProblem(step, answers) ?? []].flat();
  const sending = useAttempt(async () => {
    if (step === undefined) return;
    const person = step === 'bar' || step === 'lift-bar' ? await askBarKey(officer, answers.idNumber) : undefined;
    const body = stepBody(step, id, { ...answers, ...(person === undefined ? {} : { person }) });
    const words =
      needsWords(step) && sealingKey !== undefined ? { text: answers.words.trim(), sealTo: sealingKey } : undefined;
    await act(officer, { deed: `annulments.${step}`, body, ...(words === undefined ? {} : { words }) });
    done();
  });
  const { problems, problemOf } = tellMissing(sending.attempt, missing, (field) => t(`annulment.missing.${field}`));
  const offered = stepsFor(annulment, {
    isHead: officer.session.duties.includes('head'),
    isOwn: officer.session.department === annulment.organ,
  });
  if (offered.length === 0) return <p>{t('annulment.noSteps')}</p>;
  return (
    <form noValidate onSubmit={sending.submit(missing.length === 0)}>
      <h2>{t('annulment.next')}</h2>
      <ErrorSummary problems={problems} attempt={sending.attempt} />
      <Choices
        id="step"
        legend={t('annulment.step')}
        problem={problemOf('step')}
        choices={offered.map((value) => ({
          value,
          label: t(`annulmentSteps.${value}`),
          hint: t(`annulmentStepHints.${value}`),
        }))}
        value={step}
        onChange={(value) => {
          setStep(offered.find((one) => one === value));
          setAnswers({ ...answers, reason: undefined });
        }}
      />
      {step !== undefined && <StepDetails step={step} answers={answers} change={setAnswers} problemOf={problemOf} />}
      {sending.error !== undefined && <Failure error={sending.error} />}
      <div className="actions">
        <button type="submit" className="button grave" disabled={sending.busy}>
          {t('annulment.sign')}
        </button>
      </div>
    </form>
  );
}

interface StepDetailsProps {
  readonly step: AnnulmentStep;
  readonly answers: StepAnswers;
  readonly change: (answers: StepAnswers) => void;
  readonly problemOf: (field: string) => string | undefined;
}

function StepDetails({ step, answers, change, problemOf }: StepDetailsProps) {
  const { t } = useTranslation();
  const reasons = stepReasons[step] ?? [];
  return (
    <>
      {reasons.length > 0 && (
        <Choices
          id="step-reason"
          legend={t('officer.deedReason')}
          problem={problemOf('step-reason')}
          choices={reasons.map((value) => ({ value, label: t(`annulmentReasons.${value}`) }))}
          value={answers.reason}
          onChange={(reason) => change({ ...answers, reason })}
        />
      )}
      {needsWords(step) && (
        <TextField
          id="step-words"
          label={t('annulment.words')}
          hint={t('annulment.wordsHint')}
          problem={problemOf('step-words')}
          value={answers.words}
          lines={4}
          maxLength={1000}
          onChange={(words) => change({ ...answers, words })}
        />
      )}
      {(step === 'bar' || step === 'lift-bar') && (
        <TextField
          id="step-id-number"
          label={t('annulmentEnds.idNumber')}
          hint={t('annulmentEnds.idNumberHint')}
          problem={problemOf('step-id-number')}
          value={answers.idNumber}
          maxLength={18}
          onChange={(idNumber) => change({ ...answers, idNumber })}
        />
      )}
      {step === 'annul-partly' && (
        <Checkboxes
          id="step-false"
          legend={t('annulment.falseOnes')}
          problem={problemOf('step-false')}
          choices={falseParticulars.map((value) => ({ value, label: t(`particulars.${value}`) }))}
          picked={answers.particulars}
          onChange={(particulars) => change({ ...answers, particulars })}
        />
      )}
      {(step === 'annul-partly' || step === 'undo') && (
        <TextField
          id="step-name"
          label={t(step === 'undo' ? 'annulment.otherName' : 'annulment.trueName')}
          hint={t(step === 'undo' ? 'annulment.otherNameHint' : 'annulment.trueNameHint')}
          value={answers.tradeName}
          maxLength={60}
          onChange={(tradeName) => change({ ...answers, tradeName })}
        />
      )}
    </>
  );
}
