import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { PageHeading } from '../../design/PageHeading.tsx';
import type { ApplicationDraft } from '../../forms/application-draft.ts';
import { Choices } from '../../forms/Choices.tsx';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { findServiceWords, type OwnForm, type Service } from '../../server/service.ts';
import { useSession } from '../../session/session.ts';
import { type DraftHolder, placeWords } from '../use-draft.ts';
import { askedQuestions } from './asked-questions.ts';
import { FormInput } from './FormInput.tsx';
import { findFormProblem, findOpenStep } from './form-problems.ts';
import { fieldOf } from './problem-field.ts';

interface FormQuestionPageProps {
  readonly service: Service;
  readonly form: OwnForm;
  /** Id of a question, or `path`. */
  readonly step: string;
  readonly holder: DraftHolder;
}

/** One question a page, with its own address; the last one is who shall decide. */
export function FormQuestionPage({ service, form, step, holder }: FormQuestionPageProps) {
  const { draft, change } = holder;
  const given = draft.answers ?? {};
  const { t, i18n } = useTranslation();
  const { session } = useSession();
  const navigate = useNavigate();
  const [attempt, setAttempt] = useState(0);
  const questions = askedQuestions(form, given);
  const steps = [...questions.map(({ id }) => id), 'path'];
  const index = steps.indexOf(step);
  const question = questions[index];
  // The state knows the name already: it is offered, not asked again.
  const offered = question?.kind === 'operator' ? (session?.name ?? '') : '';
  const filled =
    offered === '' || given[step] !== undefined ? draft : { ...draft, answers: { ...given, [step]: offered } };
  const found = question === undefined ? pathProblem(draft) : findFormProblem(service, question, filled);
  const problem = attempt === 0 || found === undefined ? undefined : t(found.key, found.facts ?? {});
  function submit(event: React.SyntheticEvent): void {
    event.preventDefault();
    if (found !== undefined) {
      setAttempt(attempt + 1);
      return;
    }
    if (filled !== draft) change({ answers: filled.answers ?? {} });
    const isWhole = findOpenStep(service, form, filled) === undefined;
    const afterwards = filled.contact === undefined ? 'contact' : 'check';
    navigate(`/apply/${service.id}/${isWhole ? afterwards : steps[index + 1]}`);
  }
  const title =
    question === undefined ? t('apply.path.title') : findServiceWords(service, `question.${step}`, i18n.language);
  return (
    <>
      <ErrorSummary
        problems={problem === undefined ? [] : [{ field: fieldOf(step, question, given), words: problem }]}
        attempt={attempt}
      />
      <PageHeading
        title={title ?? step}
        kicker={t('apply.progress', { step: index + 1, steps: steps.length })}
        focus={attempt === 0}
        back={{ to: `/apply/${service.id}${index === 0 ? '' : `/${steps[index - 1]}`}`, label: t('form.back') }}
      />
      <form onSubmit={submit} noValidate>
        {question === undefined ? (
          <PathChoice path={draft.path} problem={problem} onChange={(path) => change({ path })} />
        ) : (
          <FormInput service={service} question={question} draft={filled} problem={problem} change={change} />
        )}
        <div className="actions">
          <button type="submit" className="button">
            {t('form.next')}
          </button>
          {findOpenStep(service, form, draft) === undefined && (
            <Link to={`/apply/${service.id}/check`}>{t('apply.backToCheck')}</Link>
          )}
        </div>
        <p className="soft small after-actions">{t(placeWords(holder))}</p>
      </form>
    </>
  );
}

interface PathChoiceProps {
  readonly path: ApplicationDraft['path'];
  readonly problem: string | undefined;
  readonly onChange: (path: 'auto' | 'manual') => void;
}

/** 秒批 or a person (个人信息保护法 24). */
function PathChoice({ path, problem, onChange }: PathChoiceProps) {
  const { t } = useTranslation();
  const hints = { auto: t('apply.path.autoHint'), manual: t('ownForm.manualHint') };
  const choices = (['auto', 'manual'] as const).map((value) => ({
    value,
    label: t(`apply.path.${value}`),
    hint: hints[value],
  }));
  return (
    <Choices
      id="answer-path"
      legend={t('apply.path.label')}
      problem={problem}
      choices={choices}
      value={path}
      onChange={(value) => onChange(value === 'manual' ? 'manual' : 'auto')}
    />
  );
}

function pathProblem({ path }: ApplicationDraft) {
  return path === undefined ? { key: 'apply.path.none', facts: {} } : undefined;
}
