import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { PageHeading } from '../design/PageHeading.tsx';
import type { ApplicationDraft } from '../forms/application-draft.ts';
import {
  type ApplicationStep,
  applicationProblem,
  applicationSteps,
  firstOpenStep,
  problemField,
} from '../forms/application-problems.ts';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { useTranslation } from '../language/use-translation.ts';
import { findServiceWords, type Service } from '../server/service.ts';
import { useSession } from '../session/session.ts';
import { ApplyAnswer } from './ApplyAnswer.tsx';
import { fields } from './fields.ts';
import { type DraftHolder, placeWords } from './use-draft.ts';

interface ApplyQuestionProps {
  readonly service: Service;
  readonly step: ApplicationStep;
  readonly holder: DraftHolder;
}

export function ApplyQuestion({ service, step, holder }: ApplyQuestionProps) {
  const { draft, change } = holder;
  const { t, i18n } = useTranslation();
  const { session } = useSession();
  const navigate = useNavigate();
  const [attempt, setAttempt] = useState(0);
  // The state knows the name already: it is offered, not asked again; the person may still correct it.
  const filled =
    step === 'operator' && session !== undefined
      ? withKnown(draft, { operator: session.name, residence: session.address ?? '' })
      : draft;
  const problem = attempt === 0 ? undefined : applicationProblem(step, filled);
  const index = applicationSteps.indexOf(step);
  const title =
    step === 'path' || step === 'premises' || step === 'place' || step === 'composition'
      ? t(`apply.${step}.title`)
      : (findServiceWords(service, `field.${fields[step]}`, i18n.language) ?? step);
  const before = index === 0 ? `/apply/${service.id}` : `/apply/${service.id}/${applicationSteps[index - 1]}`;
  function submit(event: React.SyntheticEvent): void {
    event.preventDefault();
    if (applicationProblem(step, filled) !== undefined) {
      setAttempt(attempt + 1);
      return;
    }
    if (filled !== draft) change(filled);
    const afterwards = filled.contact === undefined ? 'contact' : 'check';
    navigate(`/apply/${service.id}/${firstOpenStep(filled) === undefined ? afterwards : applicationSteps[index + 1]}`);
  }
  return (
    <>
      <ErrorSummary
        problems={problem === undefined ? [] : [{ field: problemField(step, problem), words: t(problem) }]}
        attempt={attempt}
      />
      <PageHeading
        title={title}
        kicker={t('apply.progress', { step: index + 1, steps: applicationSteps.length })}
        focus={attempt === 0}
        back={{ to: before, label: t('form.back') }}
      />
      <form onSubmit={submit} noValidate>
        <ApplyAnswer
          service={service}
          step={step}
          draft={filled}
          change={change}
          problem={problem === undefined ? undefined : { field: problemField(step, problem), words: t(problem) }}
        />
        <div className="actions">
          <button type="submit" className="button">
            {t('form.next')}
          </button>
          {firstOpenStep(draft) === undefined && (
            <Link to={`/apply/${service.id}/check`}>{t('apply.backToCheck')}</Link>
          )}
        </div>
        <p className="soft small after-actions">{t(placeWords(holder))}</p>
      </form>
    </>
  );
}

/** What the person has written stands; what they left open is filled with what is known. */
function withKnown(draft: ApplicationDraft, known: { readonly operator: string; readonly residence: string }) {
  if (draft.operator !== '' && draft.residence !== undefined) return draft;
  return { ...draft, operator: draft.operator || known.operator, residence: draft.residence ?? known.residence };
}
