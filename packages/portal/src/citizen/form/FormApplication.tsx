import { Navigate, useParams } from 'react-router';
import type { ApplicationDraft } from '../../forms/application-draft.ts';
import { NotFoundPage } from '../../public/NotFoundPage.tsx';
import type { OwnForm, Service } from '../../server/service.ts';
import { ApplyContact } from '../ApplyContact.tsx';
import { ApplySubmit } from '../ApplySubmit.tsx';
import type { DraftHolder } from '../use-draft.ts';
import { askedQuestions } from './asked-questions.ts';
import { FormCheck } from './FormCheck.tsx';
import { FormQuestionPage } from './FormQuestionPage.tsx';
import { FormStart } from './FormStart.tsx';
import { toApplication } from './form-answers.ts';
import { findOpenStep } from './form-problems.ts';

interface FormApplicationProps {
  readonly service: Service;
  readonly form: OwnForm;
  readonly holder: DraftHolder;
}

/** The application for a service that brings its form as data: the same pages, draft and way on for all of them. */
export function FormApplication({ service, form, holder }: FormApplicationProps) {
  const { step } = useParams();
  const { draft } = holder;
  // The draft says in the ledger's own words what the answers come to: its name is what other devices and desks show.
  const change = (part: Partial<ApplicationDraft>): void => {
    const { tradeName, region, operator, scope } = toApplication(service, form, { ...draft, ...part });
    holder.change({ ...part, tradeName, region, operator, scope });
  };
  if (step === undefined) return <FormStart service={service} form={form} draft={draft} clear={holder.clear} />;
  if (step === 'contact' || step === 'check' || step === 'submit') {
    const open = findOpenStep(service, form, draft);
    if (open !== undefined) return <Navigate replace to={`/apply/${service.id}/${open}`} />;
    const application = toApplication(service, form, draft);
    if (step === 'contact') return <ApplyContact service={service} draft={application} change={holder.change} />;
    if (step === 'check')
      return <FormCheck service={service} form={form} application={application} asNew={holder.asNew} />;
    return <ApplySubmit service={service} draft={application} forget={holder.forget} />;
  }
  const isStep = step === 'path' || askedQuestions(form, draft.answers ?? {}).some(({ id }) => id === step);
  if (!isStep) return <NotFoundPage />;
  return <FormQuestionPage key={step} service={service} form={form} step={step} holder={{ ...holder, change }} />;
}
