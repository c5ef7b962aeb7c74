import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { type ApplicationDraft, emptyDraft } from '../forms/application-draft.ts';
import { type ApplicationStep, applicationSteps, firstOpenStep } from '../forms/application-problems.ts';
import { draftStore } from '../forms/draft-store.ts';
import { NotFoundPage } from '../public/NotFoundPage.tsx';
import { servicesQuery } from '../server/queries.ts';
import type { Service } from '../server/service.ts';
import { ApplyCheck } from './ApplyCheck.tsx';
import { ApplyContact } from './ApplyContact.tsx';
import { ApplyQuestion } from './ApplyQuestion.tsx';
import { ApplyStart } from './ApplyStart.tsx';
import { ApplySubmit } from './ApplySubmit.tsx';

const FormApplication = lazy(async () => ({ default: (await import('./form/FormApplication.tsx')).FormApplication }));

/** The application form: one question a page, each with its own address, so that back and forward do what they say. */
export function ApplyPage() {
  const { t } = useTranslation();
  const { service: id } = useParams();
  const services = useQuery(servicesQuery);
  if (services.isPending) return <Waiting>{t('site.loading')}</Waiting>;
  if (services.isError) return <Failure error={services.error} retry={() => void services.refetch()} />;
  const service = services.data.find((one) => one.id === id);
  if (service === undefined) return <NotFoundPage />;
  if (service.form === undefined) return <Application key={service.id} service={service} />;
  return <FormApplication key={service.id} service={service} form={service.form} />;
}

function Application({ service }: { readonly service: Service }) {
  const { step } = useParams();
  const [store] = useState(() => draftStore(service.id));
  const [draft, setDraft] = useState<ApplicationDraft>(() => store.read() ?? emptyDraft);
  const [saved, setSaved] = useState(true);
  function change(part: Partial<ApplicationDraft>): void {
    const next = { ...draft, ...part, updatedAt: Date.now() };
    setDraft(next);
    setSaved(store.write(next));
  }
  function clear(): void {
    store.clear();
    setDraft(emptyDraft);
  }
  const common = { service, draft, change };
  if (step === undefined) return <ApplyStart service={service} draft={draft} clear={clear} />;
  if (step === 'contact' || step === 'check' || step === 'submit') {
    const open = firstOpenStep(draft);
    if (open !== undefined) return <Navigate replace to={`/apply/${service.id}/${open}`} />;
    if (step === 'contact') return <ApplyContact {...common} />;
    return step === 'check' ? (
      <ApplyCheck service={service} draft={draft} />
    ) : (
      <ApplySubmit service={service} draft={draft} forget={store.clear} />
    );
  }
  const question = applicationSteps.find((one): one is ApplicationStep => one === step);
  return question === undefined ? (
    <NotFoundPage />
  ) : (
    <ApplyQuestion key={question} step={question} saved={saved} {...common} />
  );
}
