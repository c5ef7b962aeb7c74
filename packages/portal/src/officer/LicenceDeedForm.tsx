import type { LicenceRecord } from '@minglu/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../design/Failure.tsx';
import { Choices } from '../forms/Choices.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { TextField } from '../forms/TextField.tsx';
import { act } from './act.ts';
import {
  type DeedAnswers,
  deedProblem,
  deedReasons,
  deedsFor,
  type LicenceDeed,
  licenceDeedBody,
  needsArticle,
  usualArticles,
} from './licence-deeds.ts';
import type { Officer } from './use-officer.ts';

interface LicenceDeedFormProps {
  readonly number: string;
  readonly record: LicenceRecord;
  readonly officer: Officer;
  readonly done: () => void;
}

/** Acts on a licence; each kept apart by name, since an honest end and a penalty are not the same thing. */
export function LicenceDeedForm({ number, record, officer, done }: LicenceDeedFormProps) {
  const { t } = useTranslation();
  const [deed, setDeed] = useState<LicenceDeed>();
  const [answers, setAnswers] = useState<DeedAnswers>({
    reason: undefined,
    days: '',
    tradeName: record.tradeName,
    article: '',
  });
  const [attempt, setAttempt] = useState(0);
  const [error, setError] = useState<unknown>();
  const field = attempt === 0 ? undefined : deedProblem(deed, answers);
  const problem = (name: string) => (field === name ? t(`deedProblems.${name}`) : undefined);
  const offered = deedsFor(record.status);
  async function submit(): Promise<void> {
    setAttempt(attempt + 1);
    setError(undefined);
    if (deed === undefined || deedProblem(deed, answers) !== undefined) return;
    try {
      await act(officer, licenceDeedBody(deed, number, answers, Date.now()));
      done();
    } catch (refused) {
      setError(refused);
    }
  }
  if (offered.length === 0) return <p>{t('officer.noDeeds')}</p>;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>{t('officer.deeds')}</h2>
      <ErrorSummary
        problems={field === undefined ? [] : [{ field, words: t(`deedProblems.${field}`) }]}
        attempt={attempt}
      />
      <Choices
        id="deed"
        legend={t('officer.deed')}
        problem={problem('deed')}
        choices={offered.map((one) => ({
          value: one,
          label: t(`licenceDeeds.${one}`),
          hint: t(`licenceDeedHints.${one}`),
        }))}
        value={deed}
        onChange={(value) => {
          setDeed(offered.find((one) => one === value));
          setAnswers({ ...answers, reason: undefined });
        }}
      />
      {deed !== undefined && <DeedDetails deed={deed} answers={answers} change={setAnswers} problem={problem} />}
      {error !== undefined && <Failure error={error} />}
      <div className="actions">
        <button type="submit" className="button grave">
          {deed === undefined ? t('officer.act') : t('officer.actDo', { deed: t(`licenceDeeds.${deed}`) })}
        </button>
      </div>
    </form>
  );
}

interface DeedDetailsProps {
  readonly deed: LicenceDeed;
  readonly answers: DeedAnswers;
  readonly change: (answers: DeedAnswers) => void;
  readonly problem: (field: string) => string | undefined;
}

function DeedDetails({ deed, answers, change, problem }: DeedDetailsProps) {
  const { t } = useTranslation();
  return (
    <>
      {deedReasons[deed].length > 0 && (
        <Choices
          id="deed-reason"
          legend={t('officer.deedReason')}
          problem={problem('deed-reason')}
          choices={deedReasons[deed].map((value) => ({ value, label: t(`deedReasons.${value}`) }))}
          value={answers.reason}
          onChange={(reason) => change({ ...answers, reason, article: usualArticles[reason] ?? answers.article })}
        />
      )}
      {needsArticle(deed) && (
        <TextField
          id="deed-article"
          label={t('officer.article')}
          hint={t('officer.articleHint')}
          problem={problem('deed-article')}
          value={answers.article}
          maxLength={80}
          onChange={(article) => change({ ...answers, article })}
        />
      )}
      {deed === 'suspend' && (
        <TextField
          id="deed-days"
          label={t('officer.days')}
          hint={t('officer.daysHint')}
          problem={problem('deed-days')}
          value={answers.days}
          onChange={(days) => change({ ...answers, days })}
        />
      )}
      {deed === 'change' && (
        <TextField
          id="deed-name"
          label={t('officer.newName')}
          problem={problem('deed-name')}
          value={answers.tradeName}
          onChange={(tradeName) => change({ ...answers, tradeName })}
        />
      )}
    </>
  );
}
