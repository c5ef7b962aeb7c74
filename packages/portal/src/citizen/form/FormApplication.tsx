import { useState } from 'react';
import { Navigate, useParams } from 'react-router';
import { NotFoundPage } from '../../public/NotFoundPage.tsx';
import type { OwnForm, Service } from '../../server/service.ts';
import { ApplySubmit } from '../ApplySubmit.tsx';
import { FormCheck } from './FormCheck.tsx';
import { FormQuestionPage } from './FormQuestionPage.tsx';
import { FormStart } from './FormStart.tsx';
import { type FormAnswers, formStore, noAnswers, toApplication } from './form-answers.ts';
import { findOpenStep } from './form-problems.ts';

/** The application for a service that brings its form as data: the same pages for all of them. */
export function FormApplication({ service, form }: { readonly service: Service; readonly form: OwnForm }) {
  const { step } = useParams();
  const [store] = useState(() => formStore(service.id));
  const [given, setGiven] = useState<FormAnswers>(() => store.read() ?? noAnswers);
  const [saved, setSaved] = useState(true);
  function change(next: Partial<FormAnswers>): void {
    const changed = { ...given, ...next, updatedAt: Date.now() };
    setGiven(changed);
    setSaved(store.write(changed));
  }
  const common = { service, form, given };
  if (step === undefined) {
    const clear = (): void => {
      store.clear();
      setGiven(noAnswers);
    };
    return <FormStart {...common} clear={clear} />;
  }
  if (step === 'check' || step === 'submit') {
    const open = findOpenStep(service, form, given);
    if (open !== undefined) return <Navigate replace to={`/apply/${service.id}/${open}`} />;
    if (step === 'check') return <FormCheck {...common} />;
    return <ApplySubmit service={service} draft={toApplication(service, form, given)} forget={store.clear} />;
  }
  const isStep = step === 'path' || form.questions.some(({ id }) => id === step);
  if (!isStep) return <NotFoundPage />;
  return <FormQuestionPage key={step} {...common} step={step} change={change} saved={saved} />;
}
