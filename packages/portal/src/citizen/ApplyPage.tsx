import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { Failure } from '../design/Failure.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { type ApplicationStep, applicationSteps, firstOpenStep } from '../forms/application-problems.ts';
import { NotFoundPage } from '../public/NotFoundPage.tsx';
import { servicesQuery } from '../server/queries.ts';
import type { Service } from '../server/service.ts';
import { ApplyCheck } from './ApplyCheck.tsx';
import { ApplyQuestion } from './ApplyQuestion.tsx';
import { ApplyStart } from './ApplyStart.tsx';
import { ApplySubmit } from './ApplySubmit.tsx';
import { type DraftHolder, useDraft } from './use-draft.ts';

const DraftNotices = lazy(async () => ({ default: (await import('../drafts/DraftNotices.tsx')).DraftNotices }));

/** The application form: one question a page, each with its own address, so that back and forward do what they say. */
export function ApplyPage() {
  const { t } = useTranslation();
  const { service: id } = useParams();
  const services = useQuery(servicesQuery);
  if (services.isPending) return <Waiting>{t('site.loading')}</Waiting>;
  if (services.isError) return <Failure error={services.error} retry={() => void services.refetch()} />;
  const service = services.data.find((one) => one.id === id);
  return service === undefined ? <NotFoundPage /> : <Application key={service.id} service={service} />;
}

function Application({ service }: { readonly service: Service }) {
  const holder = useDraft(service);
  return (
    <>
      <Suspense fallback={null}>
        <DraftNotices holder={holder} service={service} />
      </Suspense>
      <ApplyStep service={service} holder={holder} />
    </>
  );
}

function ApplyStep({ service, holder }: { readonly service: Service; readonly holder: DraftHolder }) {
  const { step } = useParams();
  const { draft } = holder;
  if (step === undefined) return <ApplyStart service={service} draft={draft} clear={holder.clear} />;
  if (step === 'check' || step === 'submit') {
    const open = firstOpenStep(draft);
    if (open !== undefined) return <Navigate replace to={`/apply/${service.id}/${open}`} />;
    return step === 'check' ? (
      <ApplyCheck service={service} draft={draft} asNew={holder.asNew} />
    ) : (
      <ApplySubmit service={service} draft={draft} forget={holder.forget} />
    );
  }
  const question = applicationSteps.find((one): one is ApplicationStep => one === step);
  return question === undefined ? (
    <NotFoundPage />
  ) : (
    <ApplyQuestion key={question} step={question} service={service} holder={holder} />
  );
}
