import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../design/Failure.tsx';
import { Choices } from '../forms/Choices.tsx';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { TextField } from '../forms/TextField.tsx';
import { tellMissing } from '../forms/tell-missing.ts';
import { useAttempt } from '../forms/use-attempt.ts';
import { act } from './act.ts';
import {
  type DeedAnswers,
  deedProblem,
  deedReasons,
  deedsFor,
  type LicenceDeed,
  type LicenceSituation,
  licenceDeedBody,
  needsArticle,
  usualArticles,
} from './licence-deeds.ts';
import type { Officer } from './use-officer.ts';

interface LicenceDeedFormProps {
  readonly number: string;
  readonly tradeName: string;
  readonly situation: LicenceSituation;
  readonly officer: Officer;
  readonly done: () => void;
}

/** Acts on a licence; each kept apart by name, since an honest end and a penalty are not the same thing. */
export function LicenceDeedForm({ number, tradeName, situation, officer, done }: LicenceDeedFormProps) {
  const { t } = useTranslation();
  const [deed, setDeed] = useState<LicenceDeed>();
  const [answers, setAnswers] = useState<DeedAnswers>({
    reason: undefined,
    days: '',
    tradeName,
    article: '',
  });
  const sending = useAttempt(async () => {
    if (deed === undefined) return;
    await act(officer, licenceDeedBody(deed, number, answers, Date.now()));
    done();
  });
  const missing = [deedProblem(deed, answers) ?? []].flat();
  const { problems, problemOf } = tellMissing(sending.attempt, missing, (field) => t(`deedProblems.${field}`));
  const offered = deedsFor(situation);
  if (offered.length === 0) return <p>{t('officer.noDeeds')}</p>;
  return (
    <form noValidate onSubmit={sending.submit(missing.length === 0)}>
      <h2>{t('officer.deeds')}</h2>
      <ErrorSummary problems={problems} attempt={sending.attempt} />
      <Choices
        id="deed"
        legend={t('officer.deed')}
        problem={problemOf('deed')}
        choices={offered.map((value) => ({
          value,
          label: t(`licenceDeeds.${value}`),
          hint: t(`licenceDeedHints.${value}`),
        }))}
        value={deed}
        onChange={(value) => {
          setDeed(offered.find((one) => one === value));
          setAnswers({ ...answers, reason: undefined });
        }}
      />
      {deed !== undefined && (
        <DeedDetails
          deed={deed}
          reasons={reasonsOf(deed, situation)}
          answers={answers}
          change={setAnswers}
          problemOf={problemOf}
        />
      )}
      {sending.error !== undefined && <Failure error={sending.error} />}
      <div className="actions">
        <button type="submit" className="button grave">
          {deed === undefined ? t('officer.act') : t('officer.actDo', { deed: t(`licenceDeeds.${deed}`) })}
        </button>
      </div>
    </form>
  );
}

/** What is cleared is one of the marks that are there. */
function reasonsOf(deed: LicenceDeed, { marks }: LicenceSituation): readonly string[] {
  return deed === 'clear' ? marks.map(({ mark, reason }) => `${mark} ${reason}`) : deedReasons[deed];
}

interface DeedDetailsProps {
  readonly deed: LicenceDeed;
  readonly reasons: readonly string[];
  readonly answers: DeedAnswers;
  readonly change: (answers: DeedAnswers) => void;
  readonly problemOf: (field: string) => string | undefined;
}

function DeedDetails({ deed, reasons, answers, change, problemOf }: DeedDetailsProps) {
  const { t } = useTranslation();
  const wordsOf = (value: string) => {
    const [mark, reason] = value.split(' ');
    return reason === undefined
      ? t(`deedReasons.${value}`)
      : `${t(`marks.${mark}`)} · ${t(`markReasons.${reason}`, { defaultValue: reason })}`;
  };
  return (
    <>
      {reasons.length > 0 && (
        <Choices
          id="deed-reason"
          legend={t('officer.deedReason')}
          problem={problemOf('deed-reason')}
          choices={reasons.map((value) => ({ value, label: wordsOf(value) }))}
          value={answers.reason}
          onChange={(reason) => change({ ...answers, reason, article: usualArticles[reason] ?? answers.article })}
        />
      )}
      {needsArticle(deed) && (
        <TextField
          id="deed-article"
          label={t('officer.article')}
          hint={t('officer.articleHint')}
          problem={problemOf('deed-article')}
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
          problem={problemOf('deed-days')}
          value={answers.days}
          onChange={(days) => change({ ...answers, days })}
        />
      )}
      {deed === 'change' && (
        <TextField
          id="deed-name"
          label={t('officer.newName')}
          problem={problemOf('deed-name')}
          value={answers.tradeName}
          onChange={(tradeName) => change({ ...answers, tradeName })}
        />
      )}
    </>
  );
}
