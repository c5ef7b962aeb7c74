import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { PageHeading } from '../../design/PageHeading.tsx';
import { Choices } from '../../forms/Choices.tsx';
import { ErrorSummary } from '../../forms/ErrorSummary.tsx';
import { useTranslation } from '../../language/use-translation.ts';
import { findServiceWords, type OwnForm, type Service } from '../../server/service.ts';
import { useSession } from '../../session/session.ts';
import { FormInput } from './FormInput.tsx';
import type { FormAnswers } from './form-answers.ts';
import { findFormProblem, findOpenStep } from './form-problems.ts';

interface FormQuestionPageProps {
  readonly service: Service;
  readonly form: OwnForm;
  readonly given: FormAnswers;
  /** Id of a question, or `path`. */
  readonly step: string;
  readonly change: (next: Partial<FormAnswers>) => void;
  readonly saved: boolean;
}

/** One question a page, with its own address; the last one is who shall decide. */
export function FormQuestionPage({ service, form, given, step, change, saved }: FormQuestionPageProps) {
  const { t, i18n } = useTranslation();
  const { session } = useSession();
  const navigate = useNavigate();
  const [attempt, setAttempt] = useState(0);
  const steps = [...form.questions.map(({ id }) => id), 'path'];
  const index = steps.indexOf(step);
  const question = form.questions[index];
  // The state knows the name already: it is offered, not asked again.
  const offered = question?.kind === 'operator' ? (session?.name ?? '') : '';
  const answer = given.answers[step] ?? offered;
  const found = question === undefined ? pathProblem(given) : findFormProblem(service, question, answer);
  const problem = attempt === 0 || found === undefined ? undefined : t(found.key, found.facts ?? {});
  const give = (text: string): void => change({ answers: { ...given.answers, [step]: text } });
  function submit(event: React.SyntheticEvent): void {
    event.preventDefault();
    if (found !== undefined) {
      setAttempt(attempt + 1);
      return;
    }
    const next = question === undefined ? given : { ...given, answers: { ...given.answers, [step]: answer } };
    if (next !== given) give(answer);
    const isWhole = findOpenStep(service, form, next) === undefined;
    navigate(`/apply/${service.id}/${isWhole ? 'check' : steps[index + 1]}`);
  }
  const title =
    question === undefined ? t('apply.path.title') : findServiceWords(service, `question.${step}`, i18n.language);
  return (
    <>
      <ErrorSummary
        problems={problem === undefined ? [] : [{ field: `answer-${step}`, words: problem }]}
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
          <PathChoice path={given.path} problem={problem} onChange={(path) => change({ path })} />
        ) : (
          <FormInput service={service} question={question} answer={answer} problem={problem} onAnswer={give} />
        )}
        <div className="actions">
          <button type="submit" className="button">
            {t('form.next')}
          </button>
          {findOpenStep(service, form, given) === undefined && (
            <Link to={`/apply/${service.id}/check`}>{t('apply.backToCheck')}</Link>
          )}
        </div>
        <p className="soft small after-actions">{saved ? t('apply.saved') : t('apply.notSaved')}</p>
      </form>
    </>
  );
}

interface PathChoiceProps {
  readonly path: FormAnswers['path'];
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

function pathProblem({ path }: FormAnswers) {
  return path === undefined ? { key: 'apply.path.none', facts: {} } : undefined;
}
